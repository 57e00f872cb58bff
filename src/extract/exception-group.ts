import type { BlockLine } from "./block.ts";
import type { ReportedError } from "./error-report.ts";
import type { Family } from "./family.ts";
import { limits } from "./limits.ts";
import { readMessage } from "./message.ts";
import { readPythonTrace } from "./python-trace.ts";
import { readTypedMessage } from "./typed-message.ts";

const header = "Exception Group Traceback (most recent call last):";

/** Exception groups (PEP 654): the group is the report, the exceptions inside it are its causes. */
export const exceptionGroup: Family = {
  name: "exception group",
  read(lines, at) {
    if (lines[at]?.text.includes(header) !== true) return null;
    const { segments, next } = readSegments(lines, at);
    const group = readPythonTrace(segments[0] ?? [], 0);
    if (group === null || group.error === null) return { draft: null, next };
    const firstLine = lines[at]?.line ?? 1;
    return {
      draft: {
        ...group.error,
        language: "python",
        kind: "tb",
        frames: group.frames,
        causes: segments.slice(1).flatMap(memberError).slice(0, limits.causes),
        firstLine,
        lastLine: lines[next - 1]?.line ?? firstLine,
      },
      next,
    };
  },
};

/** A member's own error: below its calls, or alone when it was never raised. */
function memberError(segment: readonly BlockLine[]): ReportedError[] {
  const trace = readPythonTrace(segment, 0);
  if (trace !== null) return trace.error === null ? [] : [trace.error];
  const typed = readTypedMessage(segment[0]?.text.trim() ?? "");
  return typed === null ? [] : [readMessage(segment, 0, { ...typed, indent: 0 }).error];
}

/** Takes the tree's bars off and cuts it where one exception ends and the next begins. */
function readSegments(
  lines: readonly BlockLine[],
  at: number,
): { segments: BlockLine[][]; next: number } {
  const segments: BlockLine[][] = [[]];
  let next = at;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    const text = line?.text ?? "";
    if (line === undefined || (next > at && !/^\s*[|+]/.test(text))) break;
    if (/^\s*\+(?:-\+)?-{4,}/.test(text)) {
      segments.push([]);
      continue;
    }
    const bars = /^[\s|+]*[|+] ?/.exec(text)?.[0].length ?? 0;
    const content = text.slice(bars).replace("Exception Group Traceback", "Traceback");
    segments[segments.length - 1]?.push({ ...line, text: content });
  }
  return { segments: segments.filter((segment) => segment.length > 0), next };
}
