import fc from "fast-check";
import { verificationTiers } from "../../src/knowledge/known-error.ts";
import type { ErrorReport } from "../../src/extract/error-report.ts";
import type { Match } from "../../src/match/verdict.ts";
import { sampleKnownError, sampleMatch, sampleReport } from "./sample.ts";

/** Pieces that would break a comment if they came through. */
const hostile = fc.constantFrom(
  "`",
  "``",
  "```",
  "````py",
  "~~~",
  "\n",
  "\r\n",
  "\n\n",
  "    ",
  "\t",
  "\\",
  "@octocat",
  "@org/team",
  "#12",
  "GH-7",
  "o/r#3",
  "0123456789abcdef0123456789abcdef01234567",
  "abc1234",
  "</details>",
  "<details>",
  "<!--",
  "-->",
  "<b>",
  "&#64;octocat",
  "&commat;octocat",
  "https://github.com/o/r/issues/9",
  "www.github.com/o/r/issues/9",
  "[x](https://a.org)",
  "[x]: https://a.org",
  "![x](https://a.org/x)",
  "- [ ] ",
  "- [x] ",
  "# ",
  "> ",
  "1. ",
  "---",
  "===",
  "| a |",
  "/diagnose apply",
  "{name}",
  "{name|@octocat #1}",
  "{other}",
  "*",
  "_",
  "**",
  "]",
  "(",
  "<",
  "\u202E",
  "\u0000",
  "\uD800",
  "中文",
  "@中",
  "“",
  ": ",
  ". ",
  "a",
  " ",
);
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: hostile }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 30,
  })
  .map((parts) => parts.join(""));
const optional = fc.option(text);
const source = fc.oneof(
  text,
  text.map((path) => `o/r:${path}`),
  text.map((rest) => `https://github.com/${rest}`),
);
const neighbour = fc.record({ id: text, how_to_tell: text });

const knownError = fc
  .record({
    id: fc.constantFrom("a/b", "a/b--c", "a/x.y_z"),
    title: optional,
    title_zh: optional,
    signature: text.filter((signature) => signature !== ""),
    root_cause: text,
    root_cause_zh: optional,
    category: fc.constantFrom("config_error", "memory_error", "magic"),
    regex: fc.constantFrom(null, "(?<name>x)(?<other>y)"),
    workarounds: fc.array(
      fc.record({
        action: text,
        action_zh: optional,
        how: optional,
        condition: optional,
        condition_zh: optional,
      }),
      { maxLength: 5 },
    ),
    dead_ends: fc.array(fc.record({ action: text, why_fails: text, why_fails_zh: optional }), {
      maxLength: 5,
    }),
    workarounds_zh: fc.array(text, { maxLength: 3 }),
    official_doc_url: optional,
    sources: fc.array(source, { maxLength: 5 }),
    transition_graph: fc.record({
      frequently_confused_with: fc.array(neighbour, { maxLength: 2 }),
    }),
    verification_tier: fc.constantFrom(...verificationTiers),
  })
  .map(sampleKnownError);

/** A match whose every text is hostile. */
export const hostileMatch: fc.Arbitrary<Match> = fc
  .record({
    knownError,
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    evidence: fc.array(
      fc.record({
        kind: fc.constantFrom("wording", "cause", "exception", "library", "version", "symptom"),
        line: fc.nat(50),
        text,
        weight: fc.double({ min: -1, max: 1, noNaN: true }),
      }),
      { maxLength: 6 },
    ),
    captures: fc.dictionary(fc.constantFrom("name", "other", "__proto__"), text),
    report: fc.constantFrom(null, 0, 1, 9),
    versions: fc.array(
      fc.record({
        package: text,
        stated: text,
        line: fc.nat(50),
        status: fc.constantFrom("in_range", "out_of_range"),
        range: text,
        fixed: optional,
      }),
      { maxLength: 3 },
    ),
  })
  .map((fields) => sampleMatch(fields));

/** A report whose every text is hostile. */
export const hostileReport: fc.Arbitrary<ErrorReport> = fc
  .record({
    type: optional,
    message: text,
    line: fc.nat(50),
    prefixes: fc.array(text),
    repeatedAt: fc.array(fc.nat(9_999)),
  })
  .map((fields) => sampleReport(fields));
