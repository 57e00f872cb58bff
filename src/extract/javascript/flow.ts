import { isVerbatim } from "../text/block.ts";
import { buildReading, nextFilled } from "../reading/build-error.ts";
import type { Family } from "../family.ts";

/** Errors of Flow: `Error ┈┈┈ src/a.js:12:3`, below it the message, then the source. */
export const flow: Family = {
  name: "flow",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.startsWith("Error ") || !isVerbatim(line)) return null;
    if (!/^Error [┈-]{3,200} \S{1,400}:\d{1,7}:\d{1,6}$/.test(line.text)) return null;
    const errorAt = nextFilled(lines, at + 1, 3);
    if (errorAt === null) return null;
    const head = { type: "Error", message: lines[errorAt]?.text.trim() ?? "" };
    const { draft, next } = buildReading(lines, { at, errorAt, head });
    return { draft: draft && { ...draft, kind: "compiler" }, next };
  },
};
