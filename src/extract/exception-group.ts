import type { BlockLine } from "./block.ts";
import type { Family } from "./family.ts";
import { limits } from "./limits.ts";
import { readPythonTrace } from "./python-trace.ts";

const header = "Exception Group Traceback (most recent call last):";

/** Exception groups (PEP 654): the group is the report, the exceptions inside it are its causes. */
export const exceptionGroup: Family = {
  name: "exception group",
  read(lines, at) {
    if (lines[at]?.text.includes(header) !== true) return null;
    const { segments, next } = readSegments(lines, at);
    const traces = segments.flatMap((segment) => readPythonTrace(segment, 0) ?? []);
    const [group, ...members] = traces;
    if (group === undefined || group.error === null) return { draft: null, next };
    const firstLine = lines[at]?.line ?? 1;
    return {
      draft: {
        ...group.error,
        language: "python",
        kind: "tb",
        frames: group.frames,
        causes: members.flatMap(({ error }) => error ?? []).slice(0, limits.causes),
        firstLine,
        lastLine: lines[next - 1]?.line ?? firstLine,
      },
      next,
    };
  },
};

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
