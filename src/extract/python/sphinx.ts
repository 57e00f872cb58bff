import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { lineReading } from "../reading/line-reading.ts";

/** Sphinx's errors: the kind on a line of its own, the message below it; sphinx/errors.py. */
export const sphinx: Family = {
  name: "Sphinx",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.endsWith(":") || !line.text.includes(" error"))
      return null;
    const type = kinds.exec(line.text)?.[1];
    const below = lines[at + 1]?.text ?? "";
    if (type === undefined || !isVerbatim(line) || below === "" || kinds.test(below)) return null;
    return lineReading(lines, at, { type, message: "", kind: "build", language: "python" });
  },
};

const kinds =
  /^((?:Extension|Theme|Configuration|Application|Builder|Documentation|Version requirement) error)(?: \([\w.]{1,100}\))?:$/;
