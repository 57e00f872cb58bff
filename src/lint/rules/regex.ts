import { compilePattern } from "../../match/compile-pattern.ts";
import { findPattern, openPattern } from "../../match/pattern.ts";
import type { Pattern } from "../../match/pattern.ts";
import { foldCase, plainText } from "../../match/fold.ts";
import { isGeneric, wordsOf } from "../../match/word-weights.ts";
import type { KnownError } from "../../knowledge/known-error.ts";
import { ordinaryTexts } from "../prose.ts";
import { isBlank } from "../shown-text.ts";
import type { Complaint, Rule } from "../rule.ts";

const path = ["regex"];

/** A regex that the linear-time engine refuses is left out, and so is what it would have found. */
export const regexCompiles: Rule = {
  name: "regex-compiles",
  own: "error",
  foreign: "warning",
  check: ({ knownError: { regex, regex_only } }) => {
    if (isBlank(regex)) return regex_only === true ? [missing] : [];
    const compiled = compilePattern(regex ?? "");
    if (compiled.ok) return [];
    return [{ path, message: `the regex ${compiled.problem}`, mend: compiled.mend }];
  },
};

const missing: Complaint = {
  path: ["regex_only"],
  message: "there is no regex that could decide alone",
  mend: "Write the regex, or remove this field",
};

/** A regex that misses the record's own signature was never tried. */
export const regexOwnWording: Rule = {
  name: "regex-own-wording",
  own: "error",
  foreign: "warning",
  check: ({ knownError }) => {
    const pattern = patternOf(knownError);
    if (pattern === null || hits(pattern, knownError.signature)) return [];
    const mend = "Correct the regex, or make the wording that it is for the signature";
    return [{ path, message: "the regex does not match the record's own signature", mend }];
  },
};

/** Characters that the longest literal of every way through a regex has at least. */
const leastLiteral = 6;

/** A regex is found by its literals: short ones are everywhere. */
export const regexLiteral: Rule = {
  name: "regex-literal",
  own: "error",
  foreign: "warning",
  check: ({ knownError }) => {
    const ways = patternOf(knownError)?.sequences ?? [];
    const longest = ways.map(({ literals }) => Math.max(...literals.map(({ length }) => length)));
    if (Math.min(Number.POSITIVE_INFINITY, ...longest) >= leastLiteral) return [];
    const message = `a way through the regex has no fixed text of ${leastLiteral} characters`;
    return [{ path, message, mend: "Add words that the message always has" }];
  },
};

/** A literal of so many characters is hardly in prose, whatever its words. */
const unlikelyInProse = 12;

/** A way of short and common words is open to any text that has them in this order. */
export const regexTelling: Rule = {
  name: "regex-telling",
  own: "error",
  foreign: "warning",
  check: ({ knownError }) => {
    const way = patternOf(knownError)?.sequences.find(
      ({ literals }) =>
        literals.every(({ length }) => length < unlikelyInProse) &&
        [...wordsOf(literals.join(" "))].every(isGeneric),
    );
    if (way === undefined) return [];
    const words = way.literals.map((literal) => JSON.stringify(literal)).join(", ");
    const message = `a way through the regex has only words of any message: ${words}`;
    return [{ path, message, mend: "Add words that only this message has" }];
  },
};

/** What ordinary writing matches tells no errors apart. */
export const regexProse: Rule = {
  name: "regex-prose",
  own: "error",
  foreign: "warning",
  check: ({ knownError }) => {
    const pattern = patternOf(knownError);
    const text = pattern && ordinaryTexts.find((ordinary) => hits(pattern, ordinary));
    if (text === null || text === undefined) return [];
    const message = `the regex matches ordinary text: ${JSON.stringify(text.slice(0, 80))}`;
    return [{ path, message, mend: "Add more of the message's own words" }];
  },
};

function patternOf({ regex }: KnownError): Pattern | null {
  if (isBlank(regex)) return null;
  const compiled = compilePattern(regex ?? "");
  return compiled.ok ? openPattern(compiled.pattern) : null;
}

function hits(pattern: Pattern, text: string): boolean {
  const { text: plain } = plainText(text);
  return findPattern(pattern, plain, foldCase(plain)) !== null;
}
