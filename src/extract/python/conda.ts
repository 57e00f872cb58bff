import type { Family } from "../family.ts";
import { isVerbatim } from "../text/block.ts";
import { lineReading } from "../reading/line-reading.ts";
import { readTypedMessage } from "../reading/typed-message.ts";

/** Conda's errors whose message begins on the next line, with a list: `ResolvePackageNotFound:`. */
export const conda: Family = {
  name: "conda",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.endsWith(":") || !isListed(lines[at + 1]?.text ?? ""))
      return null;
    const typed = readTypedMessage(line.text.trim());
    if (typed === null || !types.has(typed.type)) return null;
    if (!isVerbatim(line) && line.container !== "prose") return null;
    return lineReading(lines, at, { ...typed, kind: "line", language: "python" });
  },
};

const types = new Set(["ResolvePackageNotFound", "UnsatisfiableError", "PackagesNotFoundError"]);

function isListed(text: string): boolean {
  return /^\s*- \S/.test(text);
}
