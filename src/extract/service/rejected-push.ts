import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { ReportedError } from "../error-report.ts";
import type { Family } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/** A push that git refuses: the refs and why (` ! [rejected] main -> main (fetch first)`), then the error that sums them up. */
export const rejectedPush: Family = {
  name: "rejected push",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.trimStart().startsWith("! [") || !isVerbatim(line))
      return null;
    const refs: ReportedError[] = [];
    let next = at;
    while (refs.length < mostRefs) {
      const ref = readRef(lines[next]);
      if (ref === null) break;
      refs.push(ref);
      next += 1;
    }
    const sum = "error: failed to push some refs to ";
    const end = lines.slice(next, next + reach).findIndex(({ text }) => text.startsWith(sum));
    const last = end < 0 ? undefined : lines[next + end];
    if (refs.length === 0 || last === undefined) return null;
    const message = last.text.slice("error: ".length).trim();
    const { draft } = singleLineReading(lines, next + end, {
      type: "error",
      message,
      kind: "line",
      language: "other",
    });
    return {
      draft: draft && { ...draft, causes: refs, firstLine: line.line },
      next: next + end + 1,
    };
  },
};

/** Lines between the refs and the sum. */
const reach = 4;

const mostRefs = 20;

function readRef(line: BlockLine | undefined): ReportedError | null {
  const found = /^\s{0,4}! \[((?:remote )?rejected)\]\s{1,20}(\S.{0,300})$/.exec(line?.text ?? "");
  if (line === undefined || found === null) return null;
  const message = found[2] ?? "";
  return { type: found[1] ?? "", message, fullMessage: message, line: line.line };
}
