import type { BlockLine } from "../text/block.ts";
import type { LineSpan } from "../reading/draft.ts";
import type { ReportedError } from "../error-report.ts";
import { limits } from "../limits.ts";

/** An error of a linker as one line prints it. */
export interface LinkerError {
  /** lld and its kin print `error`, GNU ld nothing. */
  type: string | null;
  message: string;
}

/** Reads one line of GNU ld, gold, lld, mold or Apple's ld; `null` when it is no error. */
export function readLinkerError(text: string): LinkerError | null {
  const body = text.trim();
  return (
    readGnuSymbol(body) ??
    readForeign(body) ??
    readTold(body) ??
    readNamed(body) ??
    readApple(body) ??
    readBare(body)
  );
}

/** True for what the driver says at the end because the linker failed. */
export function isLinkersLast(text: string): boolean {
  return /^(?:\S{0,200}[/\\])?(?:collect2|clang(?:\+\+)?|[\w.+-]{1,40}): (?:(?:fatal )?error: )?(?:ld returned \d|ld terminated|linker command failed)/.test(
    text.trimStart(),
  );
}

/** The errors of a linker on some lines, without repeats, the first one first. */
export function readLinkerErrors(
  lines: readonly BlockLine[],
  { at, next }: LineSpan,
): ReportedError[] {
  const errors: ReportedError[] = [];
  for (const { text, line } of lines.slice(at, next)) {
    const error = readLinkerError(text.slice(0, 2_000).replace(/^\s*(?:= )?note: /, ""));
    const isNew = error !== null && !errors.some(({ message }) => message === error.message);
    if (isNew && errors.length < limits.causes)
      errors.push({ ...error, fullMessage: error.message, line });
  }
  return errors;
}

const gnuSymbols = ["undefined reference to ", "multiple definition of ", "error adding symbols: "];

/** `x.c:(.text+0x5): undefined reference to 'f'`, gold's `x.o:x.c:function main: error: undefined reference to 'f'` */
function readGnuSymbol(text: string): LinkerError | null {
  const at = gnuSymbols.map((words) => text.indexOf(words)).find((index) => index >= 0) ?? -1;
  if (at < 0 || !isLinkersPlace(text.slice(0, at))) return null;
  const isTyped = /(?:ld|link|mold)(?:\.exe)?: error: $|: error: $/.test(text.slice(0, at));
  return { type: isTyped ? "error" : null, message: withoutSentence(text.slice(at)) };
}

/** A sentence that quotes the linker goes on behind the symbol and the quotation mark. */
function withoutSentence(message: string): string {
  const quoted = /^(?:undefined reference to|multiple definition of) [`'‘][^'’]{1,800}['’](?=["”])/;
  return quoted.exec(message)?.[0] ?? message;
}

/** "undefined reference to" and "multiple definition of" as GNU ld's translations word them. */
const foreign =
  /^(?:对[‘“「『`'].{1,800}[’”」』'] ?未定义的引用|[‘“「『`'].{1,800}[’”」』'] ?被多次定义|對[「『`'].{1,800}[」』'] ?(?:未定義的參考|未定義引用)|未定義參考到 ?.{1,800}|(?:Nicht definierter|nicht definierter|undefinierter) Verweis auf .{1,800}|référence indéfinie vers .{1,800}|référence à .{1,800} non définie|referencia a .{1,800} sin definir|referência não definida para .{1,800}|riferimento non definito a .{1,800}|неопредел[её]нная ссылка на .{1,800}|[`「].{1,800}['」] に対する定義されていない参照です|.{1,800}에 대한 정의되지 않은 참조)/;

function readForeign(text: string): LinkerError | null {
  const place =
    /\((?:\.text|\.data|\.rodata|\.bss)[^()]{0,200}\) ?[:：] ?|\.(?:o|c|cc|cpp|cxx)(?::\d{1,7})?[:：] ?/.exec(
      text.slice(0, 600),
    );
  if (place === null) return null;
  const message = text
    .slice(place.index + place[0].length)
    .replace(/^\([^()]{1,200}\) ?[:：] ?/, "");
  return foreign.test(message) ? { type: null, message } : null;
}

/** An object, an archive, a section or the linker itself stands in front of what it says. */
function isLinkersPlace(before: string): boolean {
  return /(?:^|\): |\.(?:o|obj|a|lib|so|c|cc|cpp|cxx|cu|S|s|asm|rs|go|f90|f)(?:\.\d{1,4}){0,3}(?:\([^()]{1,200}\))?(?::\d{1,7})?: |(?:^|[\s/\\-])(?:ld|lld|gold)(?:\.\w{2,5})?(?:\.exe)?: |link: |mold: |error: |:function [^:]{1,300}: )$/.test(
    before.slice(-340),
  );
}

/** `ld.lld: error: message`, `lld-link: error: message`, `mold: fatal: message`. */
function readTold(text: string): LinkerError | null {
  const found =
    /^(?:\S{0,200}[/\\])?(?:[\w-]{1,60}-)?(?:ld|lld|gold|ld\.\w{2,5}|ld64\.lld|lld-link|mold)(?:-\d{1,3})?(?:\.exe)?: (?:fatal )?(?:error|fatal): (?=\S)/.exec(
      text,
    );
  if (found === null) return null;
  return { type: "error", message: text.slice(found[0].length) };
}

const complaints =
  /^(?:cannot (?:find|open|use)|unable to find|library (?:'[^']{1,200}' )?not found|framework (?:'[^']{1,200}' )?not found|file not found|symbol\(s\) not found|undefined |unknown |unrecognized |\d+ duplicate symbols?|relocation |(?:can't|cannot) |failed to|final link failed|file not recognized|file in wrong format|dangerous relocation|hidden symbol|internal error|input file|could not read symbols|\S{1,300}: TLS |bad |invalid |missing |building for |in .{1,300}, (?:building for|malformed|can't)|.{1,80} architecture of input file)/;

/** `/usr/bin/ld: cannot find -lfoo`; an object may stand in between. Warnings are none. */
function readNamed(text: string): LinkerError | null {
  const linker =
    /^(?:\S{0,200}[/\\])?(?:[\w-]{1,60}-)?(?:ld|ld\.(?:bfd|gold))(?:\.exe)?: (?=\S)/.exec(text);
  if (linker === null) return null;
  const told = text.slice(linker[0].length);
  // The object that it speaks of may stand in between.
  const object = complaints.test(told) ? null : /^\S{1,300}: (?=\S)/.exec(told);
  const message = told.slice(object?.[0].length ?? 0);
  return complaints.test(message) ? { type: null, message } : null;
}

/** `Undefined symbols for architecture arm64:`, `duplicate symbol '_f' in:`. */
function readApple(text: string): LinkerError | null {
  const isUndefined = /^(?:ld: )?Undefined symbols(?: for architecture \w{1,20})?:$/.test(text);
  const isDuplicate = /^duplicate symbol '?[^']{1,400}'? in:$/.test(text);
  return isUndefined || isDuplicate ? { type: null, message: text.replace(/^ld: /, "") } : null;
}

/** What MSVC's linker says, copied without the code in front of it: a library built with another runtime. */
function readBare(text: string): LinkerError | null {
  const isMismatch =
    /^mismatch detected for '[^']{1,80}': value |^检测到“[^”]{1,80}”的不匹配项/.test(text);
  return isMismatch ? { type: null, message: text } : null;
}
