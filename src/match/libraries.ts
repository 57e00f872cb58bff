import type { Extraction } from "../extract/extraction.ts";
import { packageName } from "../extract/environment/package-name.ts";
import type { Place } from "./subject.ts";

/** Where a package is seen, most telling first: in the calls of the report, or merely in the issue. */
export type LibrarySource = "frame" | "type" | "import" | "prose" | "stated";

/** A package that plays a part in the issue, and where that is seen. */
export interface SeenLibrary {
  /** In the spelling of `packageName`. */
  name: string;
  source: LibrarySource;
  place: Place;
  /** 0..1: a frame or an import says more than a line of a `pip freeze`. */
  strength: number;
}

const strengths: Readonly<Record<LibrarySource, number>> = {
  frame: 1,
  import: 1,
  prose: 0.6,
  // The type counts by itself already.
  type: 0.4,
  stated: 0.4,
};

const longestLine = 500;
const mostLines = 2_000;

/**
 * Packages seen in the calls of one report, in the types it prints, in imports, in stated versions
 * and in the prose; each once, where it is seen best.
 */
export function seenLibraries(extraction: Extraction, report: number | null): SeenLibrary[] {
  const strongest = new Map<string, SeenLibrary>();
  for (const { name, source, place } of listSeen(extraction, report)) {
    const strength = strengths[source];
    const known = strongest.get(name);
    if (known === undefined || known.strength < strength) {
      strongest.set(name, { name, source, place, strength });
    }
  }
  return [...strongest.values()];
}

type Sighting = Omit<SeenLibrary, "strength">;

function* listSeen(extraction: Extraction, report: number | null): Generator<Sighting> {
  const reported = report === null ? undefined : extraction.reports[report];
  for (const { report: of, name, file, line } of extraction.packageLines) {
    if (of === report) {
      yield { name: packageName(name), source: "frame", place: { line, text: file } };
    }
  }
  for (const { type, line } of reported === undefined ? [] : [reported, ...reported.causes]) {
    for (const name of type === null ? [] : packagesOfType(type)) {
      yield { name, source: "type", place: { line, text: type ?? "" } };
    }
  }
  for (const { line, text } of extraction.code.slice(0, mostLines)) {
    const place = { line, text: text.trim() };
    for (const name of importedPackages(text.slice(0, longestLine))) {
      yield { name, source: "import", place };
    }
    for (const name of namedPackages(text.slice(0, longestLine))) {
      yield { name, source: "prose", place };
    }
  }
  for (const { name, version, line } of extraction.environment.versions) {
    const place = { line, text: `${name} ${version}` };
    yield { name: packageName(name), source: "stated", place };
  }
  for (const { line, text } of extraction.prose.slice(0, mostLines)) {
    for (const name of namedPackages(text.slice(0, longestLine))) {
      yield { name, source: "prose", place: { line, text: text.trim() } };
    }
  }
}

/** First parts of a Java package that name nobody. */
const topLevel = /^(?:com|org|net|io|dev|de|co|apache|github)$/;

/**
 * The package in front of a type: `pyarrow` of `pyarrow.lib.ArrowInvalid`; of a Java class its names
 * behind the domain, alone and joined: `kafka`, `kafka-clients` of `org.apache.kafka.clients.X`.
 */
function packagesOfType(type: string): string[] {
  const parts = type.split(".", 8).slice(0, -1);
  const own = parts.slice(parts.findIndex((part) => !topLevel.test(part)));
  const [first, second] = own;
  if (first === undefined) return [];
  if (own.length === parts.length) return [packageName(first)];
  return [first, ...(second === undefined ? [] : [second, `${first}-${second}`])].map(packageName);
}

/** What fine-tuning is called, in place of the package that does it. */
const techniques = new Map([
  ["lora", "peft"],
  ["qlora", "peft"],
  ["loraconfig", "peft"],
]);

/** Words that may be packages, also as parts of an identifier (`get_peft_model`). */
function namedPackages(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z][a-z0-9-]{2,40}/g) ?? [];
  return words.map((word) => techniques.get(word) ?? packageName(word));
}

/** Top-level packages that a line of code imports. */
function importedPackages(code: string): string[] {
  const python = /^\s*(?:>>> ?|In \[\d+\]: ?)?(?:from|import)\s+([A-Za-z_][\w.]*)/.exec(code)?.[1];
  const javascript = /(?:\bfrom\s+|\brequire\()["']([@\w][\w./-]*)["']/.exec(code)?.[1];
  return [python?.split(".")[0], javascript]
    .filter((name) => name !== undefined)
    .map((name) => packageName(name));
}
