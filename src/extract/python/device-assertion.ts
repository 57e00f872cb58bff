import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/**
 * Assertions that fail on a GPU, one line a thread and so hundreds of them, which are one report:
 * `x.cu:1236: f: block: [8,0,0], thread: [64,0,0] Assertion ... failed.` (CUDA), `Device-side
 * assertion ... failed.` (HIP). The call that notices them is the error wherever it is told.
 */
export const deviceAssertion: Family = {
  name: "device assertion",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.endsWith("failed.")) return null;
    const message = readAssertion(line.text);
    if (message === null || !isVerbatim(line)) return null;
    let next = at + 1;
    while (next < lines.length && isSame(lines[next]?.text ?? "", message)) next += 1;
    const { draft } = singleLineReading(lines, at, {
      type: null,
      message,
      kind: "crash",
      language: "c",
    });
    const lastLine = lines[next - 1]?.line ?? line.line;
    return { draft: draft && { ...draft, lastLine, isAside: true }, next };
  },
};

const beginnings = [" Assertion `", ": Device-side assertion `"];

function readAssertion(text: string): string | null {
  const isThread = text.includes("block: [") && text.includes("thread: [");
  const begin = isThread ? " Assertion `" : ": Device-side assertion `";
  const at = text.indexOf(begin);
  return at < 0 ? null : text.slice(at + begin.indexOf(" ")).trim();
}

function isSame(text: string, message: string): boolean {
  return text.endsWith(message) && beginnings.some((begin) => text.includes(begin));
}
