import type { BlockLine } from "../text/block.ts";
import { maybeDiagnostic, readDiagnostic } from "./diagnostic.ts";

/** Lines of context that compilers print in front of one error, of includes and of templates. */
const mostContext = 40;

/** Index of the first line that leads to the diagnostic at `at`: the files that include it, the function, the template. */
export function startOfContext(lines: readonly BlockLine[], at: number): number {
  let start = at;
  while (start > 0 && at - start < mostContext && isContext(lines[start - 1]?.text ?? ""))
    start -= 1;
  return start;
}

/** `In file included from a.h:1,`, `a.cpp: In function 'int main()':`, `a.cpp:3:4:   required from here`. */
function isContext(text: string): boolean {
  if (text.length > 2_000) return false;
  return (
    text.startsWith("In file included from ") ||
    text.startsWith("In module ") ||
    /^\s*from \S{1,400}:\d{1,7}(?::\d{1,5})?[:,]$/.test(text) ||
    /^[^'"‘`]{0,300}: (?:In (?:static |copy |move )?(?:member |lambda |copy )?(?:function|constructor|destructor|instantiation|substitution|lambda)|At (?:global scope|top level)|In instantiation of|Assembler messages:$)/.test(
      text,
    ) ||
    /^\S{1,300}:\d{1,7}:\d{1,5}: {1,8}(?:required|recursively required|in ['‘]constexpr['’])/.test(
      text,
    ) ||
    /^\S{0,300}[:：] (?:在|In Funktion|Dans la fonction|В функции|関数)/.test(text)
  );
}

/** Lines that may stand behind one diagnostic and belong to it. */
const longest = 300;

/** Index of the first line behind a diagnostic, its excerpt and its notes. */
export function endOfDiagnostic(lines: readonly BlockLine[], at: number): number {
  let next = at + 1;
  while (next < lines.length && next - at < longest) {
    const end = endOfPart(lines, next);
    if (end === null) break;
    next = end;
  }
  return next;
}

/** Behind one part of what follows a diagnostic: an excerpt, a note with its context, the compiler's last words. */
function endOfPart(lines: readonly BlockLine[], at: number): number | null {
  const text = lines[at]?.text ?? "";
  if (isExcerpt(text) || isNote(text) || isSummary(text.trim())) return at + 1;
  if (text.trim() === "") return isExcerptBehindBlank(lines, at) ? at + 1 : null;
  // Clang and old gcc print the source as it is, the mark below it tells that it was.
  if (isMark(lines[at + 1]?.text ?? "") && !isError(text)) return at + 2;
  if (!isContext(text)) return null;
  let below = at;
  while (below - at < mostContext && isContext(lines[below]?.text ?? "")) below += 1;
  return isNote(lines[below]?.text ?? "") ? below + 1 : null;
}

/** `  12 |   code`, `     |   ^~~`, MSVC's `with [ T=int ]` set in below its error. */
function isExcerpt(text: string): boolean {
  const body = text.trimStart();
  if (/^(?:\d{1,7} {0,4})?(?:\d{1,7} )?\|(?: |$)|^\+{3} \|/.test(body) || isMark(text)) return true;
  const indent = text.length - body.length;
  // MSVC sets template arguments in by 8, EDG (nvcc, Intel) its explanations by 12.
  return (indent >= 8 && /^(?:with$|and$|\[|\]|\w+=)/.test(body)) || (indent === 12 && body !== "");
}

/** A line that only points: `^`, `~~~^~~~`, `|` in front of it or not. */
function isMark(text: string): boolean {
  return /^[\s|]{0,300}[~^][~^\s-]{0,300}$/.test(text);
}

function isNote(text: string): boolean {
  const at = text.search(
    /[:：] ?(?:note|Note|Hinweis|附注|備註|备注|注意|замечание|nota|remarque) ?[:：] /,
  );
  return at > 0 && at < 500 && /[\d):+\w]$/.test(text.slice(0, at));
}

function isSummary(text: string): boolean {
  return /^(?:compilation terminated|编译中断。|\d{1,6} (?:errors?|warnings?)(?: and \d{1,6} (?:errors?|warnings?))? generated|\d{1,6} errors? detected in the compilation of|fatal error: too many errors emitted|[\w+]{2,12}: (?:all|some) warnings being treated as errors|Please submit a full bug report|See <)/.test(
    text,
  );
}

/** nvcc sets its excerpts apart with blank lines. */
function isExcerptBehindBlank(lines: readonly BlockLine[], at: number): boolean {
  const text = lines[at + 1]?.text ?? "";
  return isSummary(text.trim()) || (isExcerpt(text) && !isError(text));
}

function isError(text: string): boolean {
  return maybeDiagnostic(text) && readDiagnostic(text) !== null;
}
