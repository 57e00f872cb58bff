import type { BlockLine } from "../text/block.ts";
import { buildReading } from "../reading/build-error.ts";
import type { Head } from "../reading/call-stack.ts";
import { hasErrorWord, isPlainErrorSentence } from "../line/error-sentence.ts";
import type { Family } from "../family.ts";
import { readToolHead, readToolType } from "../reading/tool-error.ts";

/**
 * Errors of Vite and Rollup: `[vite] Internal server error: x`, `[plugin:vite:css] x`,
 * `[vite]: Rollup failed to resolve import x`, `[!] RollupError: x`.
 */
export const vite: Family = {
  name: "vite",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.container === "title") return null;
    const head = readHead(line);
    return head && buildReading(lines, { at, errorAt: at, head });
  },
};

function readHead(line: BlockLine): Head | null {
  const text = line.text.trimStart();
  // The time in front, and `[vite]` behind it, were taken for a record's stamp.
  if (line.stamp !== null && /^(?:Internal server|Pre-transform) e/.test(text))
    return readServer(text);
  if (!text.startsWith("[")) return null;
  if (text.startsWith("[!] ")) return readRollup(text.slice("[!] ".length));
  if (text.startsWith("[vite] ")) return readServer(text.slice("[vite] ".length));
  if (text.startsWith("[vite]: ")) return { type: null, message: text };
  return readPlugin(text);
}

/** What the development server says: `Internal server error: x`. */
function readServer(text: string): Head | null {
  const plain = text.replace(/^\(\w{1,20}\) /, "");
  const found = /^(Internal server error|Pre-transform error): (.*)$/.exec(plain);
  if (found !== null) return { type: found[1] ?? null, message: found[2] ?? "" };
  return plain.startsWith("Error when evaluating SSR module ")
    ? { type: null, message: plain }
    : readToolType(plain);
}

/** `[!] (plugin x) Error: y`; `(!)` marks Rollup's warnings, and `[!]` is also what `flutter doctor` finds wanting. */
function readRollup(text: string): Head | null {
  const plain = text.replace(/^\((?:plugin )?[^()]{1,80}\) /, "");
  const isSentence = plain !== text || isPlainErrorSentence(plain);
  return readToolType(plain) ?? (isSentence ? readToolHead(plain) : null);
}

/** `[plugin:vite:import-analysis] x`, `[vite:css] x`, `[commonjs--resolver] x`. */
function readPlugin(text: string): Head | null {
  const found =
    /^\[(?:plugin[: ][\w@/:. -]{1,80}|vite(?::|-plugin-)[\w@/:-]{1,80}|commonjs(?:--resolver)?|rollup-plugin-[\w-]{1,60})\] (.*)$/.exec(
      text,
    );
  if (found === null) return null;
  const told = found[1] ?? "";
  return readToolType(told) ?? (hasErrorWord(told) ? { type: null, message: text } : null);
}
