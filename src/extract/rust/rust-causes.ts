import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import type { ReportedError } from "../error-report.ts";
import { limits } from "../limits.ts";

/** What an error names as its causes, nearest first, and the first line behind them. */
export interface RustCauses {
  causes: ReportedError[];
  next: number;
}

/**
 * Reads `Caused by:` and what is set in below it, numbered or not, as anyhow, eyre and cargo print it; the
 * output of a failed command (`--- stderr`) is left to be read by itself.
 */
export function readRustCauses(lines: readonly BlockLine[], from: number): RustCauses {
  const causes: ReportedError[] = [];
  let next = from;
  for (let at = behindBlank(lines, from); isHeading(lines[at]); at = behindBlank(lines, next)) {
    next = readBelow(lines, at, causes);
  }
  return { causes: causes.slice(0, limits.causes), next };
}

function behindBlank(lines: readonly BlockLine[], from: number): number {
  return lines[from]?.text.trim() === "" ? from + 1 : from;
}

function isHeading(line: BlockLine | undefined): boolean {
  return line !== undefined && line.text.trim() === "Caused by:";
}

/** Lines that one cause may have. */
const longest = 60;

/** A blank line inside a cause is followed by more that is set in. */
function goesOn(lines: readonly BlockLine[], at: number, indent: number): boolean {
  const text = lines[at]?.text ?? "";
  if (text.trim() === "") {
    const below = lines[at + 1]?.text ?? "";
    return below.trim() !== "" && goesOn(lines, at + 1, indent);
  }
  return indentOf(text) > indent && !/^\s*--- std(?:out|err)$/.test(text);
}

function readBelow(lines: readonly BlockLine[], heading: number, causes: ReportedError[]): number {
  const indent = indentOf(lines[heading]?.text ?? "");
  let at = heading + 1;
  let isFirst = true;
  while (at < lines.length && at - heading < longest * limits.causes) {
    const line = lines[at];
    const text = line?.text ?? "";
    if (line === undefined || !goesOn(lines, at, indent)) break;
    const told = text.trim().replace(/^\d{1,3}: /, "");
    const last = causes[causes.length - 1];
    if (isFirst || told !== text.trim() || last === undefined)
      causes.push({ type: null, message: told, fullMessage: told, line: line.line });
    else last.fullMessage = `${last.fullMessage}\n${told}`.slice(0, limits.fullMessage);
    isFirst = false;
    at += 1;
  }
  return at;
}
