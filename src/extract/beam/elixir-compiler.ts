import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Errors of Elixir's compiler: `error: message` with the source between bars and `└─ lib/a.ex:3:5`,
 * before 1.15 with the place on the next line; warnings have the same shape.
 */
export const elixirCompiler: Family = {
  name: "elixir compiler",
  read(lines, at) {
    const line = lines[at];
    const text = line?.text.trimStart() ?? "";
    if (line === undefined || !isVerbatim(line)) return null;
    const isWarning = text.startsWith("warning: ");
    if (!isWarning && !text.startsWith("error: ")) return null;
    const next = behindPlace(lines, at + 1);
    if (next === null) return null;
    if (isWarning) return { draft: null, next };
    const head = { type: "error", message: text.slice("error: ".length) };
    const error = errorOver(lines, { at, next: at + 1 }, head);
    return readingOver(lines, { at, next }, { error, language: "elixir", kind: "compiler" });
  },
};

/** Lines of source that the box may quote. */
const reach = 14;

function behindPlace(lines: readonly BlockLine[], from: number): number | null {
  for (let at = from; at < from + reach; at += 1) {
    const text = lines[at]?.text.trim() ?? "";
    if (/^└─ \S{1,300}\.(?:exs?|[hl]?eex):\d/.test(text)) return at + 1;
    if (at === from && /^\S{1,300}\.exs?:\d{1,7}(?::\d{1,5})?(?::|$)/.test(text)) return at + 1;
    if (text !== "" && !/^(?:\d{0,6} ?│|\.\.\.)/.test(text)) return null;
  }
  return null;
}
