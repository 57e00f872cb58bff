import type { Frame } from "../error-report.ts";
import { ownerOf } from "../reading/frame-package.ts";

/**
 * Reads the head of one call as IPython prints it, in all its versions: `<ipython-input-3-1a> in <module>`,
 * `/x/y.py in f(a)`, `File ~/x.py:43, in f(a)`, `Cell In[3], line 1, in f()`, `Input In [3], in f()`.
 */
export function readIpythonFrame(text: string): Frame | null {
  const isCall = text.includes(" in ") || text.includes("In [") || text.includes("In[");
  if (!isCall && !text.includes("File ")) return null;
  const head = withoutLink(text).slice(0, 500);
  const place = readPlace(head);
  if (place === null) return null;
  const { file, line, end } = place;
  const called = /^(?:,? in )([^(]+)/.exec(head.slice(end))?.[1]?.trim() ?? null;
  const isCell =
    file.startsWith("<ipython-input") || file.startsWith("Cell") || file.startsWith("Input");
  return { file, line, function: called, ...(isCell ? ownerOf(null) : ownerOf(file)) };
}

/** Colab turns each file into `[/usr/x.py](https://localhost:8080/#)`. */
function withoutLink(text: string): string {
  const close = text.startsWith("[") ? text.indexOf("](") : -1;
  const end = close < 0 ? -1 : text.indexOf(")", close);
  return end < 0 ? text : text.slice(1, close) + text.slice(end + 1);
}

interface Place {
  file: string;
  line: number | null;
  /** Where the place ends in the head. */
  end: number;
}

function readPlace(head: string): Place | null {
  const cell = /^((?:Cell|Input) In ?\[\d+\])(?:, line (\d+)|:(\d+))?(?=,|$| in )/.exec(head);
  if (cell !== null) {
    return { file: cell[1] ?? "", line: numberOf(cell[2] ?? cell[3]), end: cell[0].length };
  }
  if (head.startsWith("File ") && !/^File ["'“]/.test(head)) {
    const file = /^File ([^,]+?)(?::(\d+))?(?=, in |$|, )/.exec(head);
    if (file !== null && /[/\\.<]/.test(file[1] ?? "")) {
      return { file: file[1] ?? "", line: numberOf(file[2]), end: file[0].length };
    }
  }
  const old = head.indexOf(" in ");
  const file = head.slice(0, Math.max(old, 0));
  const isFile = /^<ipython-input[^<>]*>$/.test(file) || /^[^\s"'].*\.(?:pyx?|pxi|so)$/.test(file);
  return isFile && !file.includes(": ") ? { file, line: null, end: old } : null;
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}
