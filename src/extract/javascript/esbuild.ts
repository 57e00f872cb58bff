import { isVerbatim } from "../text/block.ts";
import { buildReading } from "../reading/build-error.ts";
import type { Head } from "../reading/call-stack.ts";
import type { Family } from "../family.ts";
import { placeOf } from "../reading/script-place.ts";
import { readToolType } from "../reading/tool-error.ts";

/**
 * Errors of esbuild, and of Angular's builder, which prints like it: `✘ [ERROR] x` with the place
 * below, `a.js:1:2: ERROR: x` (https://esbuild.github.io/api/#log-level).
 */
export const esbuild: Family = {
  name: "esbuild",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.container === "title") return null;
    const head = readMarked(line.text) ?? (isVerbatim(line) ? readPlaced(line.text) : null);
    return head && buildReading(lines, { at, errorAt: at, head });
  },
};

const mark = " [ERROR] ";

function readMarked(text: string): Head | null {
  const at = text.indexOf(mark);
  if (at < 0 || !["✘", "X", "×", "✗"].includes(text.slice(0, at).trim())) return null;
  const message = text.slice(at + mark.length);
  const coded = /^((?:TS|NG)-?\d{1,7}): (.*)$/.exec(message);
  if (coded !== null) return { type: coded[1] ?? null, message: coded[2] ?? "" };
  return readToolType(message) ?? { type: "ERROR", message };
}

/** `src/a.js:1:2: ERROR: x`, before version 0.14 ` > src/a.js:1:2: error: x`. */
function readPlaced(written: string): Head | null {
  const text = written.trimStart();
  const isOld = text.startsWith("> ");
  const word = isOld ? ": error: " : ": ERROR: ";
  const at = text.indexOf(word);
  const place = at < 0 ? null : placeOf(text.slice(isOld ? 2 : 0, at).trim());
  if (place === null || !place.hasColumn) return null;
  return { type: word.slice(2, -2), message: text.slice(at + word.length) };
}
