import { flat } from "./matching-texts.ts";
import { seededRandom } from "./random.ts";
import { syntheticProse } from "./synthetic-errors.ts";
import type { SyntheticError } from "./synthetic-errors.ts";

const longest = 65_536;

/** Texts of 64 KB that strangers could write to keep the matcher of these errors busy. */
export function hostileLogs(
  errors: readonly SyntheticError[],
): readonly { name: string; text: string }[] {
  const random = seededRandom(7);
  const message = (): string => random.pick(errors).print(random);
  const anchors = errors.map(({ literals }) => longestOf(literals));
  const soup = (): string => syntheticProse(random, random.below(5) === 0);
  return [
    { name: "one word without end", text: repeated("a") },
    { name: '"error " on one line', text: repeated("error ") },
    { name: "one anchor on one line", text: repeated(`${anchors[0]} `) },
    { name: "one anchor on many lines", text: repeated(`${anchors[0]}\n`) },
    { name: "one message on many lines", text: repeated(`${message()}\n`) },
    { name: "word soup on one line", text: filled(() => `${soup()} `) },
    { name: "word soup on many lines", text: filled(() => `${soup()}\n`) },
    { name: "messages on one line", text: filled(() => `${message()} `) },
    { name: "messages on many lines", text: filled(() => `${message()}\n`) },
    { name: "anchors on one line", text: filled(() => `${random.pick(anchors)} `) },
  ];
}

function longestOf(literals: readonly string[]): string {
  return literals.toSorted((left, right) => right.length - left.length)[0] ?? "";
}

function repeated(piece: string): string {
  return filled(() => piece);
}

function filled(piece: () => string): string {
  const parts: string[] = [];
  for (let length = 0; length < longest; length += parts.at(-1)?.length ?? 0) {
    parts.push(piece());
  }
  return flat(parts.join("").slice(0, longest));
}
