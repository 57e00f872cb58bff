import { describe, expect, it } from "@jest/globals";
import type { Extraction } from "../../src/extract/extraction.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import { match } from "../../src/match/match.ts";
import { extraction, knownError } from "./hand-built.ts";

const knowledge = compileKnowledge([
  knownError({
    id: "test/meta-tensor",
    signature: "NotImplementedError: Cannot copy out of meta tensor; no data!",
    packages: ["torch"],
  }),
  knownError({
    id: "test/cast",
    signature:
      'RuntimeWarning: invalid value encountered in cast\n  images = (images * 255).astype("uint8")',
  }),
]);

/** Numbers lines from 3 on, as behind a title; an empty text is a gap between paragraphs. */
function lines(...texts: string[]): Extraction["prose"] {
  return texts.flatMap((text, index) => (text === "" ? [] : [{ line: index + 3, text }]));
}

const cases: [name: string, parts: Partial<Extraction>, line: number | null][] = [
  [
    "a message alone in its paragraph",
    { prose: lines("The node says:", "", "Cannot copy out of meta tensor; no data!") },
    5,
  ],
  [
    "a message inside a Chinese sentence",
    { prose: lines("运行时提示“Cannot copy out of meta tensor; no data!”，请问怎么解决？") },
    3,
  ],
  [
    "a message that the reporter's editor wrapped",
    { prose: lines("It ends with Cannot copy out of", "meta tensor; no data! every time") },
    3,
  ],
  [
    "a line of output that no family of formats knows",
    { code: lines("[worker 3] Cannot copy out of meta tensor; no data!") },
    3,
  ],
  [
    "a warning with its line of source",
    {
      code: lines(
        "/srv/image.py:88: RuntimeWarning: invalid value encountered in cast",
        '  images = (images * 255).astype("uint8")',
      ),
    },
    3,
  ],
  [
    "half of the wording",
    { prose: lines("It cannot copy out of the meta tensor, it seems") },
    null,
  ],
  [
    "two paragraphs that each hold a half",
    { prose: lines("Cannot copy out of", "", "meta tensor; no data!") },
    null,
  ],
  [
    "a wish for a better text",
    {
      prose: lines('The message "Cannot copy out of meta tensor; no data!" should name the layer.'),
    },
    null,
  ],
  [
    "a line that a diff takes out",
    { code: lines("-NotImplementedError: Cannot copy out of meta tensor; no data!", "+y") },
    null,
  ],
  [
    "a list of other issues",
    { prose: lines("Similar:", "- #12 Cannot copy out of meta tensor; no data!") },
    null,
  ],
  [
    "code that raises it",
    { code: lines('    raise NotImplementedError("Cannot copy out of meta tensor; no data!")') },
    null,
  ],
  [
    "a test that expects it",
    { code: lines('"Cannot copy out of meta tensor; no data!" in str(error)') },
    null,
  ],
];

describe("text that quotes an error without its type", () => {
  it.each(cases)("%s", (_name, parts, line) => {
    const verdict = match(extraction(parts), knowledge, { requested: false });
    const found = verdict.kind === "diagnosed" ? verdict.matches[0].evidence[0]?.line : null;
    expect(found).toBe(line);
  });
});
