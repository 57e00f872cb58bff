import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import { isCodeFrameLine } from "./code-frame.ts";
import type { Reading } from "../family.ts";
import type { ToolReport } from "./tool-error.ts";
import { toolReading } from "./tool-error.ts";

/**
 * Reads what a bundler says about one error: it ends with the paragraph, quoted source, calls and
 * indented lines belonging to it. With calls it is as good as a trace.
 */
export function buildReading(
  lines: readonly BlockLine[],
  report: Omit<ToolReport, "isEnd" | "kind">,
): Reading {
  const isEnd = (index: number): boolean => isOver(lines, index);
  const { draft, next } = toolReading(lines, { ...report, kind: "build", isEnd });
  return { draft: draft && { ...draft, kind: draft.frames.length > 0 ? "tb" : "build" }, next };
}

/** Lines with which bundlers begin something else. */
const beginnings = [
  "ERROR in ",
  "WARNING in ",
  "ERROR  ",
  "WARN",
  "✘ [",
  "▲ [",
  "X [",
  "[!] ",
  "(!) ",
  "🚨",
  "⨯ ",
  "error  in ",
  "@parcel/",
  "webpack ",
  "npm ",
  "error during build:",
  "error Command failed",
  "ELIFECYCLE",
  "➤ YN",
];

function isOver(lines: readonly BlockLine[], index: number): boolean {
  const text = lines[index]?.text ?? "";
  if (text === "") return false;
  const body = text.trimStart();
  if (beginnings.some((beginning) => body.startsWith(beginning))) return true;
  if (/^\d{1,4} errors? |^[$❯] \w|^> [\w@/.-]{1,80}@\d|^\[vite/.test(body)) return true;
  if (/^\w{0,60}Error: /.test(text)) return true;
  if (lines[index - 1]?.text !== "" || indentOf(text) > 0) return false;
  return !isCodeFrameLine(text) && !isPolyfillNote(text) && !/^[|>@*]/.test(text);
}

/** webpack 5 explains in paragraphs of its own what it does no more. */
function isPolyfillNote(text: string): boolean {
  return (
    text.startsWith("BREAKING CHANGE: ") ||
    text.startsWith("If you want to include a polyfill") ||
    text.startsWith("If you don't want to include a polyfill")
  );
}

/** Index of the first filled line from `from` on, within `reach` lines; `null` where none is. */
export function nextFilled(
  lines: readonly BlockLine[],
  from: number,
  reach: number,
): number | null {
  for (let index = from; index < lines.length && index - from < reach; index += 1) {
    if (lines[index]?.text.trim() !== "") return index;
  }
  return null;
}
