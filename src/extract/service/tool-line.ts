import { readContainerLine } from "./container-line.ts";
import type { Family } from "../family.ts";
import { readGitLine } from "./git-line.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { readNetworkLine } from "./network-line.ts";
import { readPackageLine } from "../environment/package-line.ts";

/** What a tool says in one line. */
export interface ToolLine {
  /** As printed, `null` where the tool names none. */
  type: string | null;
  message: string;
}

/**
 * Lines of tools whose form no one would write by hand, wherever they stand but in the title: Docker,
 * kubectl, Helm, git, curl, ssh, apt and their like.
 */
export const toolLine: Family = {
  name: "tool line",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.container === "title" || line.container === "heading")
      return null;
    if (line.text.length < 8) return null;
    const text = unquoted(line.text.trim());
    if (!firstLetters.has(text.charAt(0))) return null;
    const found = readToolLine(text);
    return found && singleLineReading(lines, at, { ...found, kind: "line", language: "other" });
  },
};

/** Without the code span that holds the whole line, or the mark of a quotation in front of it. */
function unquoted(text: string): string {
  if (text.startsWith("> ")) return text.slice(2);
  const isSpan = text.startsWith("`") && text.indexOf("`", 1) === text.length - 1;
  return isSpan ? text.slice(1, -1) : text;
}

/** The first letters of all that is read here: most lines are told apart by them. */
const firstLetters = new Set("dDeEOfCrcwskHPgNn");

/** Reads what one of the tools says; `null` for a line of none. */
export function readToolLine(text: string): ToolLine | null {
  return (
    readContainerLine(text) ?? readGitLine(text) ?? readNetworkLine(text) ?? readPackageLine(text)
  );
}
