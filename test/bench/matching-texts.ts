import type { Random } from "./random.ts";
import { syntheticProse } from "./synthetic-errors.ts";
import type { SyntheticError } from "./synthetic-errors.ts";

/**
 * `count` distinct texts of so many kilobytes (1,024 characters each), one line in five Chinese.
 * Every second one has one to three of the errors; each has one that was nearly printed.
 */
export function matchingTexts(
  errors: readonly SyntheticError[],
  kilobytes: number,
  { count, random }: { count: number; random: Random },
): string[] {
  return Array.from({ length: count }, (_, index) => {
    const lines = proseLines(kilobytes, random);
    const put = (line: string): unknown => lines.splice(random.below(lines.length), 1, line);
    put(random.pick(errors).printNearly(random));
    const hits = index % 2 === 0 ? 1 + random.below(3) : 0;
    for (let hit = 0; hit < hits; hit++) {
      const error = random.pick(errors);
      put(`${error.type}: ${error.print(random)}`);
    }
    return flat(lines.join("\n").slice(0, kilobytes * 1_024));
  });
}

/** Lines without any error, of so many kilobytes together. */
export function proseLines(kilobytes: number, random: Random): string[] {
  const lines: string[] = [];
  for (let length = 0; length < kilobytes * 1_024; length += lines.at(-1)?.length ?? 0) {
    lines.push(syntheticProse(random, random.below(5) === 0));
  }
  return lines;
}

/** The same text in one piece of memory, as a text is that was read from somewhere. */
export function flat(text: string): string {
  return Buffer.from(text).toString();
}
