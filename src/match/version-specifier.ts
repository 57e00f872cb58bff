import { compare, explain } from "@renovatebot/pep440";
import type { Pep440Version } from "@renovatebot/pep440";

/** What a comparison can say; `unknown` where the stated version is too vague to decide. */
export type Answer = "in" | "out" | "unknown";

const operators = ["===", "==", "!=", "~=", ">=", "<=", ">", "<"] as const;
type Operator = (typeof operators)[number];

type Ordering = Extract<Operator, ">=" | "<=" | ">" | "<">;

/** One condition of a specifier: `>=4.30` of `>=4.30,<4.40`. */
export interface Clause {
  operator: Operator;
  version: string;
}

/** Longest version or specifier that is looked at, in characters. */
export const longestVersion = 100;

/**
 * Clauses of a PEP 440 specifier, blanks allowed (`>= 4.30, <4.40`); `null` when it is anything
 * else. An empty text has no clauses. `toBound` brings the versions of other ecosystems to PEP 440.
 */
export function parseSpecifier(
  text: string,
  toBound: (version: string) => string = (version) => version,
): Clause[] | null {
  if (text.length > longestVersion) return null;
  const clauses: Clause[] = [];
  for (const part of text.split(",").map((piece) => piece.trim())) {
    if (part === "") continue;
    const operator = operators.find((candidate) => part.startsWith(candidate));
    if (operator === undefined) return null;
    const version = toBound(part.slice(operator.length).trim());
    if (explainBound(version) === null) return null;
    clauses.push({ operator, version });
  }
  return clauses;
}

/**
 * Whether a stated Python version meets one clause. Local parts (`+cu121`) do not count. A version
 * stated short (`4.38`) stands for all its releases, and a development version or release candidate
 * of the very release that bounds the range may lie on either side: both are `unknown`.
 */
export function meetsClause(stated: string, clause: Clause): Answer {
  const left = explainVersion(stated);
  const right = explainBound(clause.version);
  if (left === null || right === null) return "unknown";
  const { operator } = clause;
  if (operator === "~=") {
    const family = right.release.slice(0, -1);
    return both(decide(left, ">=", right), startsWith(left.release, family));
  }
  if (operator === "==" || operator === "===" || operator === "!=") {
    const equal = clause.version.endsWith("*")
      ? startsWith(left.release, right.release)
      : isEqual(left, right);
    return operator === "!=" ? opposite(equal) : equal;
  }
  return decide(left, operator, right);
}

/** Combines conditions that must all hold. */
export function both(first: Answer, second: Answer): Answer {
  if (first === "out" || second === "out") return "out";
  return first === "in" && second === "in" ? "in" : "unknown";
}

/** Release numbers of a Python version (`[2, 2, 0]` for `v2.2.0+cu121`), `null` when it is none. */
export function releaseNumbers(version: string): number[] | null {
  return explainVersion(version)?.release ?? null;
}

function decide(left: Pep440Version, operator: Ordering, right: Pep440Version): Answer {
  if (left.is_prerelease && !right.is_prerelease && isSameRelease(left, right)) return "unknown";
  if (isWrittenShort(left, right)) {
    const boundComesFirst = isPadding(right.release.slice(left.release.length));
    if (!boundComesFirst || operator === "<=" || operator === ">") return "unknown";
  }
  if ((operator === "<=" || operator === ">") && isPrefix(right.release, left.release)) {
    // People who write `<=4.40` mean 4.40.1 as often as not.
    if (!isPadding(left.release.slice(right.release.length))) return "unknown";
  }
  const order = compare(left.public, right.public);
  const holds = { ">=": order >= 0, "<=": order <= 0, ">": order > 0, "<": order < 0 }[operator];
  return holds ? "in" : "out";
}

function isEqual(left: Pep440Version, right: Pep440Version): Answer {
  if (isWrittenShort(left, right)) return "unknown";
  return compare(left.public, right.public) === 0 ? "in" : "out";
}

function startsWith(release: readonly number[], family: readonly number[]): Answer {
  if (isPrefix(family, release)) return "in";
  return isPrefix(release, family) ? "unknown" : "out";
}

/** Whether `left` is `4.38` where `right` is `4.38.1` or `4.38.0`. */
function isWrittenShort(left: Pep440Version, right: Pep440Version): boolean {
  const shorter = left.release.length < right.release.length;
  return shorter && !left.is_prerelease && isPrefix(left.release, right.release);
}

function isSameRelease(left: Pep440Version, right: Pep440Version): boolean {
  return compare(left.base_version, right.base_version) === 0;
}

function isPrefix(prefix: readonly number[], numbers: readonly number[]): boolean {
  return prefix.every((number, position) => number === numbers[position]);
}

function isPadding(numbers: readonly number[]): boolean {
  return numbers.every((number) => number === 0);
}

function opposite(answer: Answer): Answer {
  if (answer === "unknown") return "unknown";
  return answer === "in" ? "out" : "in";
}

function explainVersion(version: string): Pep440Version | null {
  return version.length > longestVersion ? null : explain(version.trim());
}

/** A bound may end in a wildcard: `4.38.*` stands for its family. */
function explainBound(version: string): Pep440Version | null {
  return explainVersion(version.endsWith(".*") ? version.slice(0, -2) : version);
}
