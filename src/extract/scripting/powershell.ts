import type { BlockLine } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Errors of Windows PowerShell: `Command : message`, the position with the code behind `+`, and
 * `+ CategoryInfo`, which is never translated and ends in the exception's type
 * (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_error_handling).
 */
export const powershell: Family = {
  name: "powershell",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !mayBegin(lines, at, line.text)) return null;
    const info = infoBelow(lines, at);
    if (info === null) return null;
    const position = positionAt(lines, { at, next: info });
    return position === null ? null : readError(lines, at, { info, position });
  },
};

/** A command in front of the message, or a position on the next line; parse errors begin with theirs. */
function mayBegin(lines: readonly BlockLine[], at: number, text: string): boolean {
  if (text === "" || text.trimStart().startsWith("+")) return false;
  const below = lines[at + 1]?.text ?? "";
  if (below.startsWith("+ ") && positionIn(text) !== null) return true;
  if (below !== "" && positionIn(below) !== null) return true;
  return isCommand(text) || text.startsWith("Exception calling ");
}

/** The command is one word, or a script by its path, in front of a colon between blanks. */
function isCommand(text: string): boolean {
  const colon = text.endsWith(" :") ? text.length - 2 : text.indexOf(" : ");
  if (colon < 1 || colon > 300) return false;
  const blank = text.indexOf(" ");
  return blank === colon || /\.ps\w{0,4}$/.test(text.slice(0, colon));
}

/** Lines that an error has before `CategoryInfo`. */
const reach = 25;

function infoBelow(lines: readonly BlockLine[], at: number): number | null {
  let from = at;
  for (; from < lines.length && from - at < reach; from += 1) {
    const text = lines[from]?.text ?? "";
    if (text.includes("+ CategoryInfo ")) return from;
    if (from > at && text.trim() === "" && (lines[from + 1]?.text ?? "").trim() === "") return null;
  }
  return null;
}

/** `At C:\a.ps1:12 char:5`, `At line:1 char:1`, and the same in other languages: `所在位置 行:1 字符: 1`. */
function positionIn(text: string): { file: string | null; line: number } | null {
  const last = text.charCodeAt(text.length - 1);
  if (!(last >= 48 && last <= 57) || !text.includes(":")) return null;
  const found =
    /^\p{L}[\p{L} ]{0,30}?\s(?:((?:[A-Za-z]:\\|\\\\|\/).{1,300}\.ps\w{0,4}):|[\p{L}]{1,12}: ?)(\d{1,7})(?: :)?\s{1,3}[\p{L}]{1,14} ?: ?\d{1,7}$/u.exec(
      text.trim(),
    );
  return found === null ? null : { file: found[1] ?? null, line: Number(found[2]) };
}

function positionAt(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
): number | null {
  for (let below = at; below < next; below += 1) {
    if (positionIn(lines[below]?.text ?? "") !== null) return below;
  }
  return null;
}

function readError(
  lines: readonly BlockLine[],
  at: number,
  { info, position }: { info: number; position: number },
): Reading | null {
  const isParse = position === at;
  const first = isParse ? behindCode(lines, at + 1) : at;
  const end = isParse ? info : position;
  const text = lines[first]?.text.trim() ?? "";
  const message = isParse ? text : withoutCommand(text);
  const more = message === "" && end > first + 1;
  const told = more
    ? { at: first + 1, message: lines[first + 1]?.text.trim() ?? "" }
    : { at: first, message };
  const type = /,\s*(\w{3,120})$/.exec(unwrapped(lines, info))?.[1] ?? null;
  const place = positionIn(lines[position]?.text ?? "");
  const frames: Frame[] =
    place?.file == null
      ? []
      : [{ file: place.file, line: place.line, function: null, inLibrary: false, package: null }];
  return readingOver(
    lines,
    { at, next: behindInfo(lines, info + 1) },
    {
      error: errorOver(lines, { at: told.at, next: end }, { type, message: told.message }),
      language: "powershell",
      kind: frames.length > 0 ? "tb" : "line",
      frames,
    },
  );
}

/** A narrow console breaks the line, and indents what it broke off by three columns. */
function unwrapped(lines: readonly BlockLine[], info: number): string {
  const below = lines[info + 1]?.text ?? "";
  const isBroken = /^ {3}[^\s+]\S*$/.test(below);
  return (lines[info]?.text ?? "").trimEnd() + (isBroken ? below.trim() : "");
}

/** `Get-Item : message`, `C:\a.ps1 : message`. */
function withoutCommand(text: string): string {
  const found =
    /^(?:[\w.-]{1,80}|[A-Za-z]:\\.{1,300}?\.ps\w{0,4}|\.{1,2}\\\S{1,200}|&) ?:(?: |$)/.exec(text);
  return found === null ? text : text.slice(found[0].length).trim();
}

function behindCode(lines: readonly BlockLine[], from: number): number {
  let at = from;
  while (at - from < 6 && lines[at]?.text.trimStart().startsWith("+") === true) at += 1;
  return at;
}

function behindInfo(lines: readonly BlockLine[], from: number): number {
  let next = from;
  while (
    next - from < 5 &&
    /^\s*(?:\+ (?:FullyQualifiedErrorId|PSComputerName)|\S{3,120}$)/.test(lines[next]?.text ?? "")
  )
    next += 1;
  return next;
}
