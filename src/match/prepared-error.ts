import { packageName } from "../extract/package-name.ts";
import { lastPart } from "../extract/typed-message.ts";
import type { KnownError } from "../knowledge/known-error.ts";
import { compilePattern } from "./pattern.ts";
import type { Pattern } from "./pattern.ts";
import { compileWording } from "./wording.ts";
import type { Wording } from "./wording.ts";
import { wordsOf } from "./word-weights.ts";

/** A known error in the form in which it is compared. */
export interface PreparedError {
  knownError: KnownError;
  pattern: Pattern | null;
  wordings: readonly Wording[];
  /** Case-folded last parts of the types that it is raised as; empty when the record names none. */
  exceptions: ReadonlySet<string>;
  /** Packages that raise or cause it, in the spelling of `packageName`. */
  packages: ReadonlySet<string>;
  /** Ids of the known errors that it says it is confused with. */
  confusedWith: ReadonlySet<string>;
  /** Words of its wordings, from which the weights are learnt. */
  words: ReadonlySet<string>;
}

/** A regex that cannot be used is left out; `report` gets one sentence about it. */
export function prepareError(
  knownError: KnownError,
  report: (problem: string) => void,
): PreparedError {
  const texts = [knownError.signature, ...knownError.aliases];
  const translated = knownError.signature_zh ?? "";
  const wordings = [...texts, ...(translated === "" ? [] : [translated])]
    .map((text) => compileWording(text, knownError.exception))
    .filter((wording) => wording !== null);
  const types = [...knownError.exception, ...wordings.flatMap(({ exception }) => exception ?? [])];
  return {
    knownError,
    pattern: preparePattern(knownError, report),
    wordings,
    exceptions: new Set(types.map(foldType)),
    packages: new Set([...knownError.packages, ...versionPackages(knownError)].map(packageName)),
    confusedWith: neighbourIds(knownError),
    words: wordsOf(texts.join("\n")),
  };
}

/** The form in which types are compared: the last part, without case. */
export function foldType(type: string): string {
  return lastPart(type).toLowerCase();
}

function preparePattern(
  { id, regex }: KnownError,
  report: (problem: string) => void,
): Pattern | null {
  if (regex === null || regex === undefined || regex === "") {
    return null;
  }
  const compiled = compilePattern(regex);
  if (!compiled.ok) {
    report(`${id}: the regex ${compiled.problem}; it is left out`);
    return null;
  }
  return compiled.pattern;
}

/** Packages of records that name them only in front of a version: `transformers>=4.30`. */
function versionPackages({ packages, versions }: KnownError): string[] {
  return packages.length > 0
    ? []
    : versions.flatMap(({ version }) => /^[A-Za-z][\w.-]*/.exec(version.trim())?.[0] ?? []);
}

function neighbourIds({ transition_graph: graph }: KnownError): Set<string> {
  const neighbours = graph?.frequently_confused_with ?? [];
  return new Set(neighbours.map((each) => (typeof each === "string" ? each : each.id)));
}
