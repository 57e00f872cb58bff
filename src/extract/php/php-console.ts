import type { BlockLine } from "../text/block.ts";
import { indentOf, isVerbatim } from "../text/block.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { phpCall } from "./php-place.ts";
import { isPhpType } from "./php-type.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Exceptions on the console of Symfony, and so of Composer, Drush and old Laravel: `In Cart.php line
 * 3:` or `[Type]` above an indented message, the exceptions that led to it below
 * (https://github.com/symfony/console/blob/7.2/Application.php, `doRenderThrowable`).
 */
export const phpConsole: Family = {
  name: "php console",
  read(lines, at) {
    const line = lines[at];
    const text = line?.text.trim() ?? "";
    if (line === undefined || !(text.startsWith("In ") || text.startsWith("["))) return null;
    const isOutput = isVerbatim(line) || indentOf(line.text) >= 2 || text.startsWith("In ");
    const first = isOutput ? readBox(lines, at) : null;
    return first && readChain(lines, at, first);
  },
};

interface Box {
  error: ReportedError;
  frames: Frame[];
  next: number;
}

function readChain(lines: readonly BlockLine[], at: number, first: Box): Reading {
  const causes: ReportedError[] = [];
  const frames: Frame[] = [];
  let { next } = first;
  while (causes.length < limits.causes) {
    const trace = readTrace(lines, skipBlanks(lines, next));
    if (trace.frames.length > 0) ({ next } = trace);
    if (causes.length === 0) frames.push(...trace.frames);
    const cause = readBox(lines, skipBlanks(lines, next));
    if (cause === null) break;
    causes.push(cause.error);
    ({ next } = cause);
  }
  if (frames.length === 0) frames.push(...first.frames);
  const kind = frames.length > 1 ? ("tb" as const) : ("line" as const);
  return readingOver(
    lines,
    { at, next },
    {
      error: first.error,
      language: "php",
      kind,
      frames: frames.toReversed(),
      causes,
    },
  );
}

/** The message is indented like its type, and more than its place, between blank lines. */
function readBox(lines: readonly BlockLine[], at: number): Box | null {
  const placed = /^In ([\w.-]{1,120}\.php) line (\d{1,7}):$/.exec(lines[at]?.text.trim() ?? "");
  const start = placed === null ? at : skipBlanks(lines, at + 1);
  const type = readType(lines[start]?.text ?? "");
  const first = type === null ? start : start + 1;
  if (placed === null && type === null) return null;
  const indent = indentOf(lines[at]?.text ?? "") + (placed === null ? 0 : 1);
  let next = first;
  while (isMessage(lines[next], indent) && next - first < limits.messageLines) next += 1;
  if (next === first) return null;
  const error = errorOver(
    lines,
    { at: first, next },
    { type, message: lines[first]?.text.trim() ?? "" },
  );
  const frames =
    placed === null ? [] : [{ ...phpCall(placed[1] ?? "", Number(placed[2]), ""), function: null }];
  return { error: { ...error, line: lines[start]?.line ?? error.line }, frames, next };
}

/** `[RuntimeException]`, `[PDOException (1045)]`; other words in brackets are a tool's own. */
function readType(text: string): string | null {
  const found = /^\s*\[([A-Za-z][\w\\]{2,160})(?: \(\w{1,20}\))?\]\s*$/.exec(text);
  const type = found?.[1] ?? "";
  return isPhpType(type) ? type : null;
}

function isMessage(line: BlockLine | undefined, indent: number): boolean {
  if (line === undefined || line.text.trim() === "") return false;
  return indentOf(line.text) >= indent && readType(line.text) === null;
}

/** `Exception trace:` and ` App\Cart->open() at /srv/Cart.php:12`. */
function readTrace(lines: readonly BlockLine[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  if (lines[from]?.text.trim() !== "Exception trace:") return { frames, next: from };
  let next = from + 1;
  for (; next < lines.length; next += 1) {
    const text = lines[next]?.text.trim() ?? "";
    const at = text.startsWith("at ") ? 0 : text.lastIndexOf(" at ") + 1;
    const place = /^at (\S{1,400}|n\/a):(\d{1,7}|n\/a)$/.exec(text.slice(at));
    if (place === null) break;
    if (place[1] !== "n/a")
      frames.push(phpCall(place[1] ?? "", Number(place[2]), text.slice(0, at)));
  }
  return { frames, next };
}

function skipBlanks(lines: readonly BlockLine[], from: number): number {
  let at = from;
  while (at - from < 5 && lines[at]?.text.trim() === "") at += 1;
  return at;
}
