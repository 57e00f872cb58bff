import { limits } from "../limits.ts";

/** The lines of an issue's text without their ends, cut to the caps; line 1 has index 0. */
export function sourceLines(text: string): string[] {
  return text
    .slice(0, limits.text)
    .split("\n", limits.lines)
    .map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line).slice(0, limits.rawLine));
}
