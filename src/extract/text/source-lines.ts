import { limits } from "../limits.ts";

/** The lines of an issue's text without their ends, cut to the caps; line 1 has index 0. */
export function sourceLines(text: string): string[] {
  return text.slice(0, limits.text).split("\n", limits.lines).map(withoutEnd);
}

/** The last lines of a log, where a program says why it ended, and how many stand before them. */
export function lastLines(text: string): { lines: string[]; before: number } {
  const all = text.split("\n");
  let before = all.length;
  let length = 0;
  while (before > 0 && all.length - before < limits.lines && length <= limits.text) {
    before -= 1;
    length += (all[before]?.length ?? 0) + 1;
  }
  return { lines: all.slice(before).map(withoutEnd), before };
}

function withoutEnd(line: string): string {
  return (line.endsWith("\r") ? line.slice(0, -1) : line).slice(0, limits.rawLine);
}
