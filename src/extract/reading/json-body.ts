import type { BlockLine } from "../text/block.ts";

/** An object that begins on a line, as text, and the index of the line behind it. */
export interface JsonBody {
  text: string;
  next: number;
}

/** Caps on an object that is looked at; errors of services are short. */
const caps = { lines: 150, characters: 16_000, depth: 10 } as const;

/** The text of the object that begins at a column of a line, up to its closing brace; `null` when none closes it within the caps. */
export function jsonBodyAt(
  lines: readonly BlockLine[],
  at: number,
  column: number,
): JsonBody | null {
  const scan: Scan = { depth: 0, quote: "" };
  let length = 0;
  for (let next = at; next < lines.length && next - at < caps.lines; next += 1) {
    const line = lines[next]?.text ?? "";
    const end = scanLine(scan, line, next === at ? column : 0);
    length += line.length;
    if (length > caps.characters || scan.depth > caps.depth) return null;
    if (end === null) continue;
    const texts = lines.slice(at, next + 1).map((part) => part.text);
    texts[texts.length - 1] = line.slice(0, end);
    return { text: texts.join("\n").slice(column), next: next + 1 };
  }
  return null;
}

interface Scan {
  depth: number;
  /** The quote of the string that is open, or empty. */
  quote: string;
}

/** Steps over a line from a column on; the column behind the brace that closes the object, or `null`. */
function scanLine(scan: Scan, line: string, from: number): number | null {
  for (let at = from; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (scan.quote !== "") {
      if (character === "\\") at += 1;
      else if (character === scan.quote) scan.quote = "";
    } else if (character === '"' || (character === "'" && !/\w/.test(line.charAt(at - 1)))) {
      scan.quote = character;
    } else if (character === "{" || character === "[") scan.depth += 1;
    else if (character === "}" || character === "]") scan.depth -= 1;
    if (scan.depth === 0 && scan.quote === "") return at + 1;
    if (scan.depth > caps.depth) return null;
  }
  return null;
}
