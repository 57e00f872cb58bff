import type { KnownError } from "../../src/knowledge/known-error.ts";
import { plainText } from "../../src/match/fold.ts";
import { flat, proseLines } from "./matching-texts.ts";
import type { Random } from "./random.ts";

/** As `matchingTexts`, with lines of the examples of known errors as hits. */
export function ownTexts(
  knownErrors: readonly KnownError[],
  kilobytes: number,
  { count, random }: { count: number; random: Random },
): string[] {
  const examples = knownErrors
    .flatMap(({ examples: { matches } }) => matches.flatMap((text) => text.split("\n")))
    // The loops know nothing of quotes and spaces that count as equal.
    .map((line) => plainText(line).text)
    .filter((line) => line !== "");
  return Array.from({ length: count }, (_, index) => {
    const lines = proseLines(kilobytes, random);
    const hits = index % 2 === 0 ? 1 + random.below(10) : 0;
    for (let hit = 0; hit < hits; hit++) {
      lines.splice(random.below(lines.length), 1, random.pick(examples));
    }
    return flat(lines.join("\n").slice(0, kilobytes * 1_024));
  });
}
