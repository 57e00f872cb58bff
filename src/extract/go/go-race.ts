import type { BlockLine } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { readGoCall } from "./go-frame.ts";
import { limits } from "../limits.ts";

/**
 * Reports of Go's race detector: the calls of the access that it noticed are the frames.
 * https://go.dev/doc/articles/race_detector#Report_Format
 */
export const goRace: Family = {
  name: "go race",
  read(lines, at) {
    const line = lines[at];
    if (!line?.text.includes("WARNING: DATA RACE")) return null;
    const access = (lines[at + 1]?.text ?? "").trim();
    if (!/^(?:Read|Write) (?:at 0x|by )/.test(access)) return null;
    const { frames, next } = readCalls(lines, at + 2);
    const findings: Findings = {
      type: "DATA RACE",
      message: "",
      kind: "sanitizer",
      language: "go",
    };
    const before = lines[at - 1]?.text ?? "";
    const span = { at: isRule(before) ? at - 1 : at, next };
    return spanReading(lines, span, { ...findings, line: line.line, frames });
  },
};

function isRule(text: string): boolean {
  return /^={10,40}$/.test(text.trim());
}

function readCalls(lines: readonly BlockLine[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let isFirst = true;
  let at = from;
  while (at < lines.length) {
    const text = (lines[at]?.text ?? "").trim();
    const call = readGoCall(lines, at);
    if (call === null && !isHeading(text)) break;
    isFirst &&= text !== "" && !text.startsWith("Previous ");
    if (isFirst && call !== null && frames.length < limits.frames) frames.push(call.frame);
    at = call?.next ?? at + 1;
    if (isRule(text)) break;
  }
  return { frames: frames.toReversed(), next: at };
}

function isHeading(text: string): boolean {
  return (
    text === "" ||
    isRule(text) ||
    text === "[failed to restore the stack]" ||
    /^(?:Previous (?:read|write|atomic)|Goroutine \d)/.test(text)
  );
}
