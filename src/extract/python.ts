import type { BlockLine } from "./block.ts";
import type { Family, Reading } from "./family.ts";
import { limits } from "./limits.ts";
import { nestedErrors } from "./message.ts";
import { behindChainMarker } from "./python-chain.ts";
import type { Trace } from "./python-trace.ts";
import { readPythonTrace } from "./python-trace.ts";

/**
 * CPython's own traceback, with its header or cut, and chains of them, which are one report: the
 * last exception, the others its causes; https://docs.python.org/3/library/traceback.html
 */
export const python: Family = {
  name: "python",
  read(lines, at) {
    const chain: Trace[] = [];
    let start: number | null = at;
    while (start !== null && chain.length <= limits.causes) {
      const trace = readPythonTrace(lines, start);
      if (trace === null) break;
      chain.push(trace);
      start = behindChainMarker(lines, trace.next);
    }
    return chain.length === 0 ? null : reading(lines, at, chain);
  },
};

function reading(lines: readonly BlockLine[], at: number, chain: readonly Trace[]): Reading {
  const final = chain[chain.length - 1];
  const next = Math.max(final?.next ?? 0, at + 1);
  const causes = chain.slice(0, -1).flatMap(({ error }) => error ?? []);
  const firstLine = lines[at]?.line ?? 1;
  const error = final?.error ?? null;
  const nested = error === null ? [] : nestedErrors(error);
  const frames = final?.frames ?? [];
  if (error === null && frames.length < 2 && causes.length === 0) return { draft: null, next };
  return {
    draft: {
      ...(error ?? { type: null, message: "", fullMessage: "", line: firstLine }),
      language: "python",
      kind: chain[0]?.hasHeader === true && error !== null ? "tb" : "tbx",
      frames,
      causes: [...nested, ...causes.toReversed()],
      firstLine,
      lastLine: lines[next - 1]?.line ?? firstLine,
    },
    next,
  };
}
