import { KnownError } from "../../src/knowledge/known-error.ts";
import { seededRandom } from "./random.ts";
import { syntheticProse } from "./synthetic-errors.ts";
import type { SyntheticError } from "./synthetic-errors.ts";

/** Known errors with nothing but a wording and a regex, one for each error. */
export function plainRecords(errors: readonly SyntheticError[]): KnownError[] {
  const random = seededRandom(errors.length);
  const blank = KnownError.parse({
    id: "synthetic/blank",
    signature: "blank",
    domain: "synthetic",
    category: "runtime_error",
    root_cause: "It is not known.",
  });
  return errors.map((error, index) =>
    Object.assign({}, blank, {
      id: `synthetic/error-${index}`,
      signature: `${error.type}: ${error.print(random)}`,
      regex: error.regex,
      exception: [error.type],
    }),
  );
}

/** A record of the size that people write (7 KB), as it stands in its file. */
export function fullRecord(error: SyntheticError, index: number): Record<string, unknown> {
  const random = seededRandom(index);
  const sentences = (count: number, isChinese = false): string =>
    Array.from({ length: count }, () => `${syntheticProse(random, isChinese)}.`).join(" ");
  const cures = (count: number): Record<string, unknown>[] =>
    Array.from({ length: count }, () => ({
      action: sentences(1),
      action_zh: sentences(1, true),
      how: `${sentences(1)}\n\n\`\`\`python\n${sentences(3)}\n\`\`\``,
      how_zh: sentences(2, true),
      condition: sentences(1),
      sources: ["https://github.com/synthetic/errors/issues/1"],
    }));
  const wordings = Array.from({ length: 4 }, () => `${error.type}: ${error.print(random)}`);
  return {
    $schema: "../schema.json",
    id: `synthetic/error-${index}`,
    title: sentences(1),
    title_zh: sentences(1, true),
    signature: wordings[0],
    regex: error.regex,
    aliases: wordings.slice(1),
    exception: [error.type],
    packages: [error.type.toLowerCase().slice(0, 6)],
    domain: "synthetic",
    category: "runtime_error",
    root_cause: sentences(4),
    root_cause_zh: sentences(4, true),
    versions: [{ version: `lib${index % 40}>=1.${index % 9}` }],
    workarounds: cures(3),
    dead_ends: cures(2).map((cure) =>
      Object.assign(cure, { why_fails: sentences(2), why_fails_zh: sentences(2, true) }),
    ),
    sources: ["synthetic/errors:src/error.py"],
    verification_tier: "source_checked",
    examples: {
      matches: wordings
        .slice(0, 2)
        .map((wording) => `${sentences(1)}\n\n\`\`\`\n${wording}\n\`\`\``),
      near_misses: [sentences(2), sentences(2)],
    },
  };
}
