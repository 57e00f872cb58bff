import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { bundledKnowledgeDir, loadKnowledge } from "../../src/knowledge/load.ts";
import { align } from "../../src/match/alignment.ts";
import { plainText, wordingText } from "../../src/match/fold.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import type { KnowledgeBase } from "../../src/match/knowledge-base.ts";
import { findCandidates } from "../../src/match/find-needles.ts";
import { scanPatterns } from "../../src/match/scan.ts";
import { knownError } from "./hand-built.ts";

const { knownErrors } = await loadKnowledge([bundledKnowledgeDir()]);
const bundled = compileKnowledge(knownErrors);

/** Owners and first lines of the regexes that match, found by asking each of each line. */
function loop({ size, preparedAt }: KnowledgeBase, text: string): unknown[] {
  const lines = text.split("\n").map((line) => plainText(line).text);
  return Array.from({ length: size }, (_, owner) => owner).flatMap((owner) => {
    const engine = preparedAt(owner).pattern?.engine();
    const line = lines.findIndex((each) => engine?.matcher(each).find() ?? false);
    return line < 0 ? [] : [{ owner, line }];
  });
}

const words = [
  "error",
  "Kelvin",
  "\u212aelvin",
  "loss",
  "lo\u017fs",
  "模型加载",
  "失败了",
  "显存",
  "a",
  "XY",
  "Straße",
  "'q'",
  "model",
  "could not be loaded from",
  "ΣΑΣ",
];

describe("scanPatterns finds the same as a loop over the engine", () => {
  const glue = [
    "",
    " ",
    ".*",
    ".+",
    ".{1,3}",
    "\\s+",
    "\\s",
    "\\S+",
    "\\d+",
    "\\d{2,3}",
    "\\w*",
    "\\W",
    "[ab]+",
    "[^'\"]*",
    "[^k]{1,5}",
    "[A-z]",
    "[\u4e00-\u9fff]",
    "(?:x|yy)",
    "(?:x|yy)?",
    "(?:ab)+",
    "s?",
    "'",
    "\\b",
    "\n",
    "\u{1f600}",
    "$",
    "|loss ",
  ];
  const fillers = [
    "7",
    "12",
    "ab",
    "ERROR",
    "x",
    "YY",
    "\u201cq\u201d",
    "K",
    "s",
    "\u{1f600}",
    "\ud83d",
    "\0",
  ];
  const spaces = [" ", " ", "  ", "\n", "\r\n", "\r", "\t", "\u00a0", "\u2028", "\u0085"];
  const pieces = fc.tuple(fc.constantFrom(...words), fc.constantFrom(...glue));
  const regexes = fc
    .array(pieces, { minLength: 1, maxLength: 4 })
    .map((pairs) => pairs.flat().join(""));
  const texts = fc
    .array(fc.constantFrom(...words, ...fillers, ...spaces, ...spaces), { maxLength: 24 })
    .map((parts) => parts.join(""));

  it("with random regexes and texts", () => {
    fc.assert(
      fc.property(fc.array(regexes, { maxLength: 12 }), texts, (sources, text) => {
        const knowledge = compileKnowledge(
          sources.map((regex, index) =>
            knownError({ id: `test/e${index}`, signature: "x", regex }),
          ),
        );
        expect(scanPatterns(knowledge, text)).toEqual(loop(knowledge, text));
      }),
      { numRuns: 500 },
    );
  });

  const fragments = knownErrors.flatMap(({ signature, aliases, examples }) =>
    [signature, ...aliases, ...examples.matches, ...examples.near_misses].flatMap((text) =>
      text.split(/(?<=[\n.,:'"`])/),
    ),
  );
  const reports = fc
    .array(fc.constantFrom(...fragments, ...spaces), { minLength: 1, maxLength: 30 })
    .map((parts) => parts.join(""));

  it("with the bundled known errors, on their examples taken apart", () => {
    fc.assert(
      fc.property(reports, (text) => {
        expect(scanPatterns(bundled, text)).toEqual(loop(bundled, text));
      }),
      { numRuns: 200 },
    );
  });

  it.each(knownErrors.map(({ id, examples }) => [id, examples.matches.join("\n")]))(
    "on the examples of %s",
    (_id, text) => {
      expect(scanPatterns(bundled, text)).toEqual(loop(bundled, text));
    },
  );
});

describe("the index of wordings", () => {
  const wordings = knownErrors.flatMap(({ signature, aliases }) => aliases.concat(signature));
  const reports = fc
    .record({
      wording: fc.constantFrom(...wordings),
      cut: fc.double({ min: 0.2, max: 1, noNaN: true }),
      before: fc.constantFrom("", "ValueError: ", "  \u201c", "it says:\n"),
      behind: fc.constantFrom("", "...", " and more", "\nFile x"),
    })
    .map(({ wording, cut, before, behind }) => {
      const kept = wording.slice(0, Math.ceil(wording.length * cut));
      return before + kept.replaceAll(" ", "\n ").replaceAll("'", "`") + behind;
    });

  it("misses none that a report could be aligned with", () => {
    fc.assert(
      fc.property(reports, (report) => {
        const { text } = wordingText(report);
        const aligned = Array.from({ length: bundled.size }, (_, owner) => owner).filter((owner) =>
          bundled
            .preparedAt(owner)
            .wordings.some((each) => align(each, text, bundled.weights) !== null),
        );
        expect(findCandidates(bundled.wordings, text)).toEqual(expect.arrayContaining(aligned));
      }),
      { numRuns: 500 },
    );
  });
});
