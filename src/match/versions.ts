import type { Environment, StatedVersion } from "../extract/extraction.ts";
import { packageName } from "../extract/environment/package-name.ts";
import type { AffectedVersions, KnownError } from "../knowledge/known-error.ts";
import type { VersionFinding, VersionStatus } from "./verdict.ts";
import { versionRulesFor } from "./version-rules.ts";
import type { VersionRules } from "./version-rules.ts";
import { both, longestVersion, releaseNumbers } from "./version-specifier.ts";
import type { Answer } from "./version-specifier.ts";

/** How far down a record's list of versions is read. */
const mostEntries = 50;

/**
 * Compares the versions that the reporter states with those of a known error.
 *
 * An entry is a package and a specifier (`transformers>=4.30,<4.40`), with `introduced` and `fixed`
 * as further bounds. An exact version (`torch 2.2.0`, `torch==2.2.0`) says where the error was
 * seen, not where it ends: it matches a stated version with the same major and minor number and is
 * `unknown` for every other. Several entries of one package are alternatives; of several packages
 * one that is out of range decides. What cannot be read or decided yields no finding.
 */
export function compareVersions(
  knownError: KnownError,
  environment: Environment,
): { status: VersionStatus; findings: VersionFinding[] } {
  const stated = new Map(environment.versions.map((entry) => [packageName(entry.name), entry]));
  const byPackage = new Map<string, VersionFinding[]>();
  const undecided = new Set<string>();
  for (const affected of knownError.versions.slice(0, mostEntries)) {
    const entry = parseEntry(affected, knownError.domain);
    const statement = entry && stated.get(entry.package);
    if (!entry || !statement) continue;
    const finding = compareEntry(entry, statement);
    if (finding === null) undecided.add(entry.package);
    else byPackage.set(entry.package, [...(byPackage.get(entry.package) ?? []), finding]);
  }
  const findings = [...byPackage].flatMap(([name, all]) => decideFor(all, undecided.has(name)));
  return { status: overall(findings), findings };
}

/** An entry of a known error's `versions`, taken apart. */
interface Entry {
  package: string;
  /** What stands behind the name, as written. */
  range: string;
  introduced: string | null;
  fixed: string | null;
  rules: VersionRules;
}

function parseEntry(affected: AffectedVersions, domain: string): Entry | null {
  const { name, rest } = splitName(affected.version);
  if (name === "") return null;
  const own = packageName(artifactOf(name));
  const rules = versionRulesFor(domain, own);
  return {
    package: own,
    range: rest,
    introduced: boundOf(affected.introduced, rules),
    fixed: boundOf(affected.fixed, rules),
    rules,
  };
}

/** `spring-boot` of Maven's `org.springframework.boot:spring-boot`. */
function artifactOf(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}

/** `torch 2.2.0` -> `torch` and `2.2.0`; `transformers[torch] >= 4.30` -> `transformers` and `>= 4.30`. */
function splitName(text: string): { name: string; rest: string } {
  const trimmed = text.trim();
  const match = /^@?[A-Za-z][\w.:/-]*(?: (?!v\d)[A-Za-z][\w./-]*)*/.exec(
    trimmed.slice(0, longestVersion),
  );
  if (!match) return { name: "", rest: trimmed };
  const rest = trimmed.slice(match[0].length).replace(/^\[[^\]]*\]/, "");
  return { name: match[0], rest: rest.replace(/^[@\s]+(?=v?\d)/, "").trim() };
}

/** A version of `introduced` or `fixed`, which some records write with the package before it. */
function boundOf(written: string | null | undefined, rules: VersionRules): string | null {
  if (!written) return null;
  const { rest } = splitName(written.replace(/^(?:v|go)(?=\d)/, ""));
  const release = rules.toRelease(rest);
  return release === null || releaseNumbers(release) === null ? null : rest;
}

function compareEntry(entry: Entry, statement: StatedVersion): VersionFinding | null {
  const answers = [
    compareRange(entry, statement.version),
    ...compareBounds(entry, statement.version),
  ];
  const decided = answers.filter((answer) => answer !== null);
  if (decided.length === 0) return null;
  const answer = decided.reduce(both);
  if (answer === "unknown") return null;
  return {
    package: entry.package,
    stated: statement.version,
    line: statement.line,
    status: answer === "in" ? "in_range" : "out_of_range",
    range: entry.range,
    fixed: entry.fixed,
  };
}

/** The entry's own range; `null` where it has none, or an exact version that is not the stated one. */
function compareRange({ range, rules }: Entry, version: string): Answer | null {
  const exact = range.replace(/^={1,3}\s*/, "").replace(/\.x$/i, "");
  const seen = exact.includes("*") ? null : numbersOf(exact, rules);
  if (seen) return hasSameMinor(seen, numbersOf(version, rules)) ? "in" : null;
  return rules.meets(version, range);
}

function compareBounds({ introduced, fixed, rules }: Entry, version: string): Answer[] {
  const bounds = [
    ...(introduced === null ? [] : [`>=${introduced}`]),
    ...(fixed === null ? [] : [`<${fixed}`]),
  ];
  return bounds.map((bound) => rules.meets(version, bound) ?? "unknown");
}

function numbersOf(version: string, rules: VersionRules): number[] | null {
  const release = rules.toRelease(version);
  return release === null ? null : releaseNumbers(release);
}

function hasSameMinor(seen: readonly number[], stated: readonly number[] | null): boolean {
  if (stated === null || stated.length < 2 || seen.length < 2) return false;
  return seen[0] === stated[0] && seen[1] === stated[1];
}

/** One finding a package: its entries are alternatives. */
function decideFor(findings: readonly VersionFinding[], someUndecided: boolean): VersionFinding[] {
  const inRange = findings.find((finding) => finding.status === "in_range");
  if (inRange) return [inRange];
  if (someUndecided) return [];
  const best = findings.find((finding) => finding.fixed !== null) ?? findings[0];
  return best ? [best] : [];
}

function overall(findings: readonly VersionFinding[]): VersionStatus {
  if (findings.some((finding) => finding.status === "out_of_range")) return "out_of_range";
  return findings.length > 0 ? "in_range" : "unknown";
}
