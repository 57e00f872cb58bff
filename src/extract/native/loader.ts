import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/** What the dynamic loader prints when a program or a library cannot be started: `x: error while loading shared libraries: y`. */
export const loader: Family = {
  name: "loader",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isVerbatim(line)) return null;
    const isCandidate =
      line.text.includes("error") ||
      line.text.startsWith("dyld") ||
      line.text.includes("not found (required by ");
    const message = isCandidate ? readComplaint(line.text.trim()) : null;
    return message === null
      ? null
      : singleLineReading(lines, at, { type: null, message, kind: "line", language: "c" });
  },
};

const marks = [
  "error while loading shared libraries: ",
  "symbol lookup error: ",
  "relocation error: ",
];

/** The words behind the program's own name. */
function readComplaint(text: string): string | null {
  const mark = marks.find((words) => text.includes(words));
  if (mark !== undefined) return text.slice(text.indexOf(mark));
  const version = text.includes("not found (required by ") ? text.indexOf(": version ") : -1;
  if (version > 0) return text.slice(text.lastIndexOf(" ", version - 1) + 1);
  if (text.startsWith("dyld")) return readDarwin(text);
  return null;
}

/** `dyld: Library not loaded: x`, `dyld[12]: Symbol not found: y` of macOS. */
function readDarwin(text: string): string | null {
  const found = /^dyld(?:\[\d{1,9}\])?: (?=(?:lazy )?(?:[Ll]ibrary|[Ss]ymbol) )/.exec(text);
  return found === null ? null : text.slice(found[0].length);
}
