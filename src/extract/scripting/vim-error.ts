import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Errors of Vim's own script, with the lines that say where it ran: `Error detected while processing
 * function x[1]..y:`, `line    3:`, `E121: Undefined variable: z`
 * (https://vimhelp.org/message.txt.html#error-messages).
 */
export const vimError: Family = {
  name: "vim error",
  read(lines, at) {
    const line = lines[at];
    const text = line?.text.trim() ?? "";
    if (line === undefined || !isVerbatim(line)) return null;
    if (text.startsWith("Error detected while processing ")) return readProcessing(lines, at);
    const found = readCode(text);
    if (found === null) return null;
    const error = errorOver(lines, { at, next: at + 1 }, found);
    return readingOver(lines, { at, next: at + 1 }, { error, language: "other", kind: "line" });
  },
};

/** `E492: Not an editor command: Foo`; Lua's errors have codes from 5100 on. */
function readCode(text: string): { type: string; message: string } | null {
  const found = /^(?:Vim(?:\([a-z]{2,20}\))?:)?(E\d{2,4}): (?=[A-Z"'(\w])/.exec(text);
  return found === null ? null : { type: found[1] ?? "", message: text.slice(found[0].length) };
}

/** What is told below belongs to the sentence, unless it is an error of Lua with a stack of its own. */
function readProcessing(lines: readonly BlockLine[], at: number) {
  for (let below = at + 1; below <= at + 3; below += 1) {
    const text = lines[below]?.text.trim() ?? "";
    if (/^line +\d{1,7}:$/.test(text) || text === "") continue;
    const found = readCode(text);
    if (found === null || /^E5\d{3}$/.test(found.type)) return { draft: null, next: below };
    const error = errorOver(lines, { at: below, next: below + 1 }, found);
    return readingOver(lines, { at, next: below + 1 }, { error, language: "other", kind: "line" });
  }
  return null;
}
