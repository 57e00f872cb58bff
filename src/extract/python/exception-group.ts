import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import type { ReportedError } from "../error-report.ts";
import { limits } from "../limits.ts";
import type { Trace } from "./python-trace.ts";
import { readPythonTrace } from "./python-trace.ts";

const header = "Exception Group Traceback (most recent call last):";

/**
 * Reads an exception group (PEP 654): the group is the error, the exceptions inside it are nested in
 * it. A member's lines, the tree's bars taken off, are read by `readMember`.
 */
export function readExceptionGroup(
  lines: readonly BlockLine[],
  at: number,
  readMember: (segment: readonly BlockLine[]) => ReportedError[],
): Trace | null {
  const text = lines[at]?.text ?? "";
  if (!text.includes(header)) return null;
  const { segments, next } = readSegments(lines, at);
  const group = readPythonTrace(segments[0] ?? [], 0);
  if (group === null) return null;
  const nested = segments.slice(1).flatMap(readMember).slice(0, limits.causes);
  return { ...group, nested, indent: indentOf(text), hasHeader: true, next };
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
