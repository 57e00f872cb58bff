import type { BlockLine } from "../text/block.ts";
import type { Family } from "../family.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";

/**
 * What `log.Fatal` printed: the last record of Go's plain logger, a date without a level, directly
 * above the status with which `go run` says that the program ended.
 */
export const goExit: Family = {
  name: "go exit",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.stamp === null || line.stamp.level !== null) return null;
    const end = exitBelow(lines, at);
    if (end === null || line.text.trim() === "") return null;
    const fullMessage = lines
      .slice(at, end)
      .map(({ text }) => text)
      .join("\n")
      .trim();
    const [message = ""] = fullMessage.split("\n", 1);
    const findings: Findings = { type: null, message, fullMessage, kind: "line", language: "go" };
    return spanReading(lines, { at, next: end + 1 }, findings);
  },
};

/** Lines that a fatal message may have. */
const reach = 4;

function exitBelow(lines: readonly BlockLine[], at: number): number | null {
  for (let below = at + 1; below < lines.length && below - at <= reach; below += 1) {
    const line = lines[below];
    if (line === undefined || line.stamp !== null) return null;
    if (/^exit status \d{1,3}$/.test(line.text.trim())) return below;
  }
  return null;
}
