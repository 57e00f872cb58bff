import type { BlockLine } from "../text/block.ts";
import { nextFilled } from "../reading/build-error.ts";
import type { Family } from "../family.ts";
import { readToolType, toolReading } from "../reading/tool-error.ts";

/**
 * Vitest's failures: ` FAIL  file > suite > test`, or a rule with the words of an unhandled error,
 * below it the error, a diff, ` ❯ file:1:2` for each call, source.
 */
export const vitest: Family = {
  name: "vitest",
  read(lines, at) {
    const text = lines[at]?.text.trimStart() ?? "";
    if (!isTitle(text)) return null;
    let last = at;
    // Tests that failed alike share one error.
    while (last - at < mostTitles && isFailed(lines[last + 1]?.text.trimStart() ?? "")) last += 1;
    const errorAt = nextFilled(lines, last + 1, 3);
    const head = errorAt === null ? null : readToolType(lines[errorAt]?.text ?? "");
    if (errorAt === null || head === null) return last === at ? null : { draft: null, next: last };
    const isEnd = (index: number): boolean => isOver(lines[index]);
    return toolReading(lines, { at, errorAt, head, kind: "test", isEnd });
  },
};

const mostTitles = 20;

function isTitle(text: string): boolean {
  return isFailed(text) || (text.startsWith("⎯⎯") && / (?:Unhandled|Uncaught|Startup) /.test(text));
}

function isFailed(text: string): boolean {
  return text.startsWith("FAIL  ");
}

function isOver(line: BlockLine | undefined): boolean {
  const text = line?.text.trimStart() ?? "";
  return /^(?:⎯⎯|FAIL {2}|Test Files {2}|✓ |Vitest caught |This error originated in )/.test(text);
}
