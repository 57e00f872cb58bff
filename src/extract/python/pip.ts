import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";

/**
 * What pip says when it finds no versions that fit, with the lines below that belong to it (the
 * requirements in conflict, the same said again); pip/_internal/resolution/resolvelib/factory.py
 */
export const pip: Family = {
  name: "pip",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.startsWith("ERROR: ")) return null;
    if (!beginnings.some((beginning) => line.text.startsWith(beginning, 7))) return null;
    if (!isVerbatim(line) && line.container !== "prose") return null;
    let next = at + 1;
    for (let below = next; below < Math.min(lines.length, at + limits.messageLines); below += 1) {
      const text = lines[below]?.text ?? "";
      if (text === "" && below - next < 2) continue;
      if (!goesOn(lines[below]) || text === "") break;
      next = below + 1;
    }
    const message = line.text.slice(7);
    const rest = lines.slice(at + 1, next).map(({ text }) => text);
    return {
      draft: {
        type: "ERROR",
        message,
        fullMessage: [message, ...rest].join("\n").slice(0, limits.fullMessage),
        line: line.line,
        language: "python",
        kind: "build",
        frames: [],
        causes: [],
        firstLine: line.line,
        lastLine: lines[next - 1]?.line ?? line.line,
      },
      next,
    };
  },
};

const beginnings = [
  "Could not find a version that satisfies the requirement ",
  "No matching distribution found for ",
  "Cannot install ",
  "Could not install packages due to an ",
  "ResolutionImpossible: ",
  "pip's dependency resolver does not currently take into account ",
];

function goesOn(line: BlockLine | undefined): boolean {
  const text = line?.text ?? "";
  if (text.startsWith("ERROR: "))
    return /^ERROR: (?:No matching distribution|ResolutionImp)/.test(text);
  if (text.startsWith("The conflict is caused by:") || text.startsWith("To fix this you could"))
    return true;
  if (/^ {4}\S|^\d\. (?:loosen|remove)|^Additionally, some packages/.test(text)) return true;
  return /^\S+ \S+ (?:requires|depends on) .{1,300}, (?:but|which)\b/.test(text);
}
