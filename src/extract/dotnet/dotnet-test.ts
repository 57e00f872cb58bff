import type { BlockLine } from "../text/block.ts";
import { readDotnetFrame } from "./dotnet-frame.ts";
import { readDotnetHead } from "./dotnet-head.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Failed tests of `dotnet test` and xUnit: a name with `[FAIL]` or behind `Failed`, the message, the
 * calls below `Stack Trace:`; of NUnit's runner, `1) Failed : Shop.CartTests.Opens`, the calls below
 * the message (https://github.com/microsoft/vstest, ConsoleLogger.cs; nunit-console,
 * ConsoleTestResult.cs).
 */
export const dotnetTest: Family = {
  name: "dotnet test",
  read(lines, at) {
    const written = lines[at]?.text ?? "";
    if (
      !written.endsWith(":") &&
      !written.endsWith("]") &&
      !written.includes("Failed ") &&
      !written.includes(") Error : ")
    )
      return null;
    const text = written.trim();
    const start = messageStart(lines, at, text);
    if (start === null) return null;
    const stack = stackBelow(lines, start);
    if (stack === null) return null;
    const { frames, next } = readCalls(lines, isCallAt(lines, stack) ? stack : stack + 1);
    const told = plain(lines[start]?.text ?? "").trim();
    const typed = readDotnetHead(told);
    const head = typed?.column === 0 ? typed : { type: null, message: told };
    const { fullMessage, ...error } = errorOver(lines, { at: start, next: stack }, head);
    const own = fullMessage.split("\n").map(plain).join("\n");
    return readingOver(
      lines,
      { at, next },
      {
        error: { ...error, fullMessage: own },
        language: "csharp",
        kind: "test",
        frames: frames.toReversed(),
      },
    );
  },
};

/** xUnit's console runner puts its name and the time in front of each line. */
function plain(text: string): string {
  return text.replace(/^\[xUnit\.net [\d:.]{5,16}\] {0,8}/, "");
}

function messageStart(lines: readonly BlockLine[], at: number, text: string): number | null {
  if (text === "Error Message:" || nunit.test(text)) return at + 1;
  const below = lines[at + 1]?.text.trim() ?? "";
  if (text.endsWith(" [FAIL]"))
    return isNamed(plain(text)) && !below.startsWith("Failed ") ? at + 1 : null;
  return isNamed(text.replace(/^(?:Failed|X) /, "")) && below === "Error Message:" ? at + 2 : null;
}

/** NUnit's runner lists failures by number. */
const nunit = /^\d{1,5}\) (?:Failed|Error) : [\w.+`]{3,300}/;

function isCallAt(lines: readonly BlockLine[], at: number): boolean {
  return readDotnetFrame(lines[at]?.text ?? "") !== null;
}

function isNamed(text: string): boolean {
  return /^[\w.+`]{3,300}/.test(text);
}

function stackBelow(lines: readonly BlockLine[], from: number): number | null {
  for (let at = from + 1; at < lines.length && at - from < 40; at += 1) {
    const text = plain(lines[at]?.text ?? "").trim();
    if (text === "Stack Trace:" || isCallAt(lines, at)) return at;
    if (text.endsWith(" [FAIL]")) return null;
  }
  return null;
}

function readCalls(lines: readonly BlockLine[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let next = from;
  for (; next < lines.length && next - from < limits.frames; next += 1) {
    const text = plain(lines[next]?.text ?? "");
    const frame = readDotnetFrame(text) ?? readPlaced(text.trim());
    if (frame !== null) frames.push(frame);
    else if (!text.trim().startsWith("--- ")) break;
  }
  return { frames, next };
}

/** xUnit's own order: `/srv/CartTests.cs(12,0): at Shop.CartTests.Opens()`. */
function readPlaced(text: string): Frame | null {
  const found = /^(\S.{0,300})\((\d{1,7}),\d{1,5}\): (?=at )/.exec(text);
  const call = found === null ? null : readDotnetFrame(text.slice(found[0].length));
  return found === null || call === null
    ? null
    : { ...call, file: found[1] ?? null, line: Number(found[2]) };
}
