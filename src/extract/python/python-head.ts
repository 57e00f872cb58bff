import type { BlockLine } from "../text/block.ts";

/** Where a trace begins below the line that introduces it. */
export interface HeadedTrace {
  /** Index of the trace's own first line. */
  start: number;
  /** True when the program went on. */
  isAside: boolean;
}

/** Lines that may stand between the head and the trace (asyncio's `future: <Task ...>`). */
const longestGap = 3;

/**
 * Reads what threads, processes and hooks print above a trace: `Exception in thread Thread-1 (f):`,
 * `Process SpawnProcess-1:`, `Exception ignored in: <function ...>`, PyInstaller's dialog.
 */
export function readPythonHead(lines: readonly BlockLine[], at: number): HeadedTrace | null {
  const text = lines[at]?.text ?? "";
  if (!beginnings.some((beginning) => text.startsWith(beginning)) || !head.test(text)) return null;
  for (let start = at + 1; start <= at + longestGap; start += 1) {
    if (lines[start]?.text.startsWith("Traceback (most recent call last):") === true)
      return { start, isAside: text.startsWith("Exception ignored") };
  }
  return null;
}

const beginnings = ["Exception ", "Process ", "Task ", "Unhandled ", "Failed to execute script "];
const head =
  /^(?:Exception in (?:thread |Tkinter callback|callback )|Process [\w-]{1,60}(?::[\w-]{1,60})*:$|Task exception was never retrieved|Unhandled exception in |Exception ignored |Failed to execute script )/;
