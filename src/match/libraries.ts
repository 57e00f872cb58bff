import type { Extraction } from "../extract/extraction.ts";
import { packageName } from "../extract/package-name.ts";
import type { Place } from "./subject.ts";

/** A package that plays a part in the issue, and where that is seen. */
export interface SeenLibrary {
  /** In the spelling of `packageName`. */
  name: string;
  place: Place;
  /** 0..1: a frame or an import says more than a line of a `pip freeze`. */
  strength: number;
}

const importStrength = 1;
const frameStrength = 1;
const statedStrength = 0.4;
const proseStrength = 0.6;

const longestLine = 500;
const mostLines = 2_000;

/** Packages seen in the frames of one report, in imports, in stated versions and in the prose. */
export function seenLibraries(extraction: Extraction, report: number | null): SeenLibrary[] {
  const strongest = new Map<string, SeenLibrary>();
  for (const library of listSeen(extraction, report)) {
    const known = strongest.get(library.name);
    if (known === undefined || known.strength < library.strength) {
      strongest.set(library.name, library);
    }
  }
  return [...strongest.values()];
}

function* listSeen(extraction: Extraction, report: number | null): Generator<SeenLibrary> {
  const reported = report === null ? undefined : extraction.reports[report];
  for (const { package: name, file } of reported?.frames ?? []) {
    if (reported !== undefined && name !== null) {
      const place = { line: reported.firstLine, text: (file ?? name).slice(0, 300) };
      yield { name: packageName(name), place, strength: frameStrength };
    }
  }
  for (const { line, text } of extraction.code.slice(0, mostLines)) {
    const place = { line, text: text.trim().slice(0, 300) };
    for (const name of importedPackages(text.slice(0, longestLine))) {
      yield { name, place, strength: importStrength };
    }
    for (const name of namedPackages(text.slice(0, longestLine))) {
      yield { name, place, strength: proseStrength };
    }
  }
  for (const { name, version, line } of extraction.environment.versions) {
    const place = { line, text: `${name} ${version}`.slice(0, 300) };
    yield { name: packageName(name), place, strength: statedStrength };
  }
  for (const { line, text } of extraction.prose.slice(0, mostLines)) {
    const place = { line, text: text.trim().slice(0, 300) };
    for (const name of namedPackages(text.slice(0, longestLine))) {
      yield { name, place, strength: proseStrength };
    }
  }
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
