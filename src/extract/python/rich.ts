import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Family } from "../family.ts";
import { ownerOf } from "../reading/frame-package.ts";
import { limits } from "../limits.ts";
import { readMessage } from "../reading/message.ts";
import { behindChainMarker } from "./python-chain.ts";
import { readTypedMessage } from "../reading/typed-message.ts";

/** Tracebacks in the boxes that `rich` draws, the error below each box; chained ones are one report. */
export const rich: Family = {
  name: "rich",
  read(lines, at) {
    const chain: Box[] = [];
    let start: number | null = at;
    while (start !== null && chain.length <= limits.causes) {
      const box = readBox(lines, start);
      if (box === null) break;
      chain.push(box);
      start = behindChainMarker(lines, box.next);
    }
    const final = chain[chain.length - 1];
    if (final === undefined) return null;
    const errors = chain.flatMap(({ error }) => error ?? []);
    const error = errors.pop();
    if (error === undefined || final.error === null) return { draft: null, next: final.next };
    const firstLine = lines[at]?.line ?? 1;
    return {
      draft: {
        ...error,
        language: "python",
        kind: "tb",
        frames: final.frames,
        causes: errors.toReversed(),
        firstLine,
        lastLine: lines[final.next - 1]?.line ?? firstLine,
      },
      next: final.next,
    };
  },
};

interface Box {
  error: ReportedError | null;
  frames: Frame[];
  next: number;
}

function readBox(lines: readonly BlockLine[], at: number): Box | null {
  const top = lines[at]?.text.trim() ?? "";
  if (!/^(?:[╭┌]|\+-)/.test(top) || !top.includes("Traceback (most recent call last)")) return null;
  const frames: Frame[] = [];
  let path = "";
  let bottom = at + 1;
  for (; bottom < lines.length; bottom += 1) {
    const inside = insideBox(lines[bottom]?.text ?? "");
    if (inside === null) break;
    // A path that is too wide for the box goes on in the next line.
    path = /^(?:[/~]|[A-Za-z]:\\)/.test(inside) ? inside : path + inside;
    const frame = readFrame(path);
    if (frame !== null && frames.length < limits.frames) frames.push(frame);
    if (frame !== null || inside === "") path = "";
  }
  if (/^\s*[╰└+]/.test(lines[bottom]?.text ?? "")) bottom += 1;
  const below = lines.slice(bottom, bottom + 3).findIndex(({ text }) => text.trim() !== "");
  const line = lines[bottom + Math.max(below, 0)];
  const typed = readTypedMessage(line?.text.trim() ?? "");
  if (line === undefined || typed === null) return { error: null, frames, next: bottom };
  const start = { ...typed, indent: indentOf(line.text) };
  return { frames, ...readMessage(lines, bottom + Math.max(below, 0), start) };
}

function insideBox(text: string): string | null {
  const body = text.trim();
  if (!/^[│|┃]/.test(body)) return null;
  return body
    .replace(/[│|┃]$/, "")
    .slice(1)
    .trim();
}

function readFrame(text: string): Frame | null {
  const found = /:(\d{1,7}) in ([\w.<>]{1,120})$/.exec(text.slice(-140));
  if (found === null || text.length > 1_000) return null;
  const file = text.slice(0, text.length - found[0].length);
  return { file, line: Number(found[1]), function: found[2] ?? null, ...ownerOf(file) };
}
