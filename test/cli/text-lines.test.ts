import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { textLines } from "../../src/cli/text-lines.ts";
import type { TextLine } from "../../src/cli/text-lines.ts";

async function linesOf(chunks: string[]): Promise<TextLine[]> {
  async function* stream(): AsyncGenerator<string> {
    yield* chunks;
  }
  const lines: TextLine[] = [];
  for await (const line of textLines(stream())) lines.push(line);
  return lines;
}

describe("textLines", () => {
  it("drops a line that is too long, and only that", async () => {
    const half = "x".repeat(3_000_000);
    expect(await linesOf(["a\n", half, half, "\nb"])).toEqual([
      { number: 1, text: "a" },
      { number: 2, text: null },
      { number: 3, text: "b" },
    ]);
    expect(await linesOf([half, half])).toEqual([{ number: 1, text: null }]);
  });

  it("gives the same lines however the text is cut", async () => {
    const piece = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\u2028", "é") });
    await fc.assert(
      fc.asyncProperty(fc.array(piece), async (chunks) => {
        const whole = chunks.join("").split("\n");
        if (whole.at(-1) === "") whole.pop();
        const lines = await linesOf(chunks);
        expect(lines).toEqual(whole.map((text, index) => ({ number: index + 1, text })));
      }),
    );
  });
});
