import { indentOf, isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { isBesides } from "../reading/test-section.ts";
import { readToolHead, toolReading } from "../reading/tool-error.ts";

/** Karma's failures: `Chrome Headless 91.0 (Linux x86_64) suite test FAILED`, below it and deeper the error. */
export const karma: Family = {
  name: "karma",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.endsWith(" FAILED") || !isVerbatim(line)) return null;
    if (!/^\s{0,12}[A-Z][\w ]{2,40} \d[\w.]{0,30} \([^()]{1,60}\):? \S/.test(line.text))
      return null;
    const indent = indentOf(line.text);
    const errorAt = at + 1;
    if (lines[errorAt]?.text.trim() === "" || isBesides(lines[errorAt], indent)) return null;
    const isEnd = (index: number): boolean => isBesides(lines[index], indent);
    const head = readToolHead(lines[errorAt]?.text ?? "");
    return toolReading(lines, { at, errorAt, head, kind: "test", isEnd });
  },
};
