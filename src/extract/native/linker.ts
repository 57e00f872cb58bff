import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { isLinkersLast, readLinkerError } from "./linker-error.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { readQuotedSpan } from "../line/quoted-span.ts";

/**
 * Failures of linkers: GNU ld, gold, lld, mold, Apple's ld. One link fails once, however many symbols
 * it misses: all of its errors are one report, the first is its message.
 */
export const linker: Family = {
  name: "linker",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !maybeLinker(line.text)) return null;
    const isBare = !isVerbatim(line) && /^\s*(?:undefined|multiple) /.test(line.text);
    const error =
      isBare && line.container !== "title" ? null : readLinkerError(line.text.slice(0, 2_000));
    if (error === null) return isVerbatim(line) ? null : readQuoted(lines, at);
    if (line.container === "title")
      return singleLineReading(lines, at, { ...error, kind: "inline", language: "c" });
    const { texts, next } = readErrors(lines, at);
    const fullMessage = [...new Set(texts)].join("\n").slice(0, limits.fullMessage);
    const span = { at: startOfContext(lines, at), next };
    const { line: place } = line;
    return spanReading(lines, span, {
      ...error,
      fullMessage,
      line: place,
      kind: "linker",
      language: "c",
    });
  },
};

function maybeLinker(text: string): boolean {
  return (
    text.includes("ld: ") ||
    text.includes("defined ") ||
    text.includes("ld.") ||
    text.includes("-link: ") ||
    text.startsWith("duplicate symbol ") ||
    text.includes("adding symbols") ||
    foreignWords.test(text) ||
    text.includes("definition of ")
  );
}

const foreignWords =
  /不匹配项|未定义的引用|未定義|被多次定义|Verweis auf|indéfinie|non définie|sin definir|não definida|non definito|ссылка на|参照です|정의되지 않은/;

/** Lines of one link; undefined symbols come by the hundred. */
const longest = 600;

function readErrors(lines: readonly BlockLine[], at: number): { texts: string[]; next: number } {
  const texts: string[] = [];
  let next = at;
  while (next < lines.length && next - at < longest) {
    const text = (lines[next]?.text ?? "").slice(0, 2_000);
    const error = readLinkerError(text);
    const isPart = next === at || error !== null || isAmong(text, lines[next + 1]?.text ?? "");
    if (!isPart) break;
    const isSum = texts.length > 0 && sums.test(error?.message ?? "");
    if (error !== null && !isSum) texts.push(error.message);
    else if (error === null && isApplesSymbol(text)) texts.push(text.trimEnd());
    next += 1;
    if (isLinkersLast(text)) break;
  }
  return { texts, next };
}

/** What follows from the errors above it. */
const sums = /^(?:symbol\(s\) not found|\d+ duplicate symbols?|final link failed)/;

/** What stands between the errors of one link: the function, the references, warnings, the driver's last word. */
function isAmong(text: string, below: string): boolean {
  const body = text.trimStart();
  if (body === "") return readLinkerError(below) !== null;
  return (
    isContext(text) ||
    body.startsWith(">>> ") ||
    isApplesSymbol(text) ||
    /^(?:\S{0,200}[/\\])?(?:[\w-]{1,60}-)?(?:ld|lld|gold|ld\.\w{2,5}|lld-link)(?:\.exe)?: (?:warning: |note: |\S{1,300}: warning: |warning |skipping incompatible )/.test(
      body,
    ) ||
    /^\s+\S{1,400}\.(?:o|a|dylib|tbd)(?:[[(]\S{1,200}[\])])?$/.test(text) ||
    isLinkersLast(text)
  );
}

/** `/usr/bin/ld: a.o: in function 'main':`, `a.c:(.text+0x5): more undefined references to 'f' follow`. */
function isContext(text: string): boolean {
  return (
    /: [Ii]n function [`'‘].{1,600}['’]:$|[:：] ?在函[数數][‘“「『`'].{1,600}[’”」』']中[:：]$/.test(
      text,
    ) || / more undefined references to .{1,400} follow$/.test(text)
  );
}

/** `  "_f", referenced from:` and `      _main in main.o` below Apple's first line. */
function isApplesSymbol(text: string): boolean {
  return (
    /^\s+"?[^"]{1,1000}"?, referenced from:$/.test(text) ||
    /^\s{4,}\S.{0,800} in \S{1,300}(?:\.o|\.a|\)|\.dylib|\])$/.test(text) ||
    /^\s{4,}\.\.\.$/.test(text)
  );
}

function startOfContext(lines: readonly BlockLine[], at: number): number {
  return at > 0 && isContext(lines[at - 1]?.text ?? "") ? at - 1 : at;
}

function readQuoted(lines: readonly BlockLine[], at: number): Reading | null {
  const line = lines[at];
  const error = line && readQuotedSpan(line, readLinkerError);
  return error ? singleLineReading(lines, at, { ...error, kind: "inline", language: "c" }) : null;
}
