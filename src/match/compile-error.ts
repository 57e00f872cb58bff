import { packageName } from "../extract/environment/package-name.ts";
import type { KnownError } from "../knowledge/known-error.ts";
import { compilePattern } from "./compile-pattern.ts";
import type { CompiledError } from "./compiled-knowledge.ts";
import { neighbourIds } from "./neighbour-ids.ts";
import type { CompiledPattern } from "./pattern.ts";
import { foldType } from "./prepared-error.ts";
import { compileWording } from "./wording.ts";

/** Takes a known error apart. */
export function compileError(knownError: KnownError): CompiledError {
  const translated = knownError.signature_zh ?? "";
  const wordings = [...wordingsOf(knownError), ...(translated === "" ? [] : [translated])]
    .map((text) => compileWording(text, knownError.exception))
    .filter((wording) => wording !== null);
  const isByRegexAlone = knownError.regex_only === true && (knownError.regex ?? "") !== "";
  const types = [...knownError.exception, ...wordings.flatMap(({ exception }) => exception ?? [])];
  const packages = [...knownError.packages, ...versionPackages(knownError)];
  return {
    wordings: isByRegexAlone ? [] : wordings,
    exceptions: distinct(types.map(foldType)),
    packages: distinct(packages.map(packageName)),
    confusedWith: distinct(neighbourIds(knownError.transition_graph?.frequently_confused_with)),
  };
}

/** The wordings as programs print them. */
export function wordingsOf({ signature, aliases }: KnownError): string[] {
  return [signature, ...aliases];
}

/** The regex of a known error. One that cannot be used is left out; `report` gets one sentence about it. */
export function compileRegex(
  { id, regex }: KnownError,
  report: (problem: string) => void,
): CompiledPattern | null {
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

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
