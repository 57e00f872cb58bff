import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { readRCall } from "./r-call.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Errors of R: `Error in f(x) : message`, the message on the next line where the call is long; those
 * of rlang with `!` in front of the message, causes and a backtrace. knitr and reprex put `#>` or
 * `##` in front of each line (https://rlang.r-lib.org/reference/topic-error-chaining.html).
 */
export const rLang: Family = {
  name: "r",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.container === "title") return null;
    const text = plain(line);
    const word = words.find((one) => text.startsWith(one));
    if (word === undefined) return null;
    const head = readHead(text, word, text !== line.text);
    if (head === null || !(isVerbatim(line) || head.isCall)) return null;
    return readError(lines, at, { ...head, isVerbatim: isVerbatim(line) });
  },
};

/** `Error` in the languages into which R is translated (r-source, src/library/base/po). */
const words = [
  "Error",
  "错误",
  "Fehler",
  "Erreur",
  "Errore",
  "Erro",
  "エラー",
  "以下にエラー",
  "Ошибка",
  "오류",
];
const inCall = /^(?: in |于|: in | dans | en | em | nella | в | 在|에서 )/;

/** A line without the comment's mark that document tools put in front of output. */
function plain(line: BlockLine | undefined): string {
  const text = line?.text ?? "";
  return text.startsWith("#") ? text.replace(/^#[>#] ?/, "") : text;
}

interface RHead {
  type: string;
  message: string;
  /** True where a call is named, which tells R from others that say `Error: `. */
  isCall: boolean;
}

/** `Error in f(x) : message`, ``Error in `f()`:``, `Error: message`. */
function readHead(text: string, word: string, isDocument: boolean): RHead | null {
  const rest = text.slice(word.length);
  const named = inCall.exec(rest)?.[0] ?? (word === "以下にエラー" ? " " : null);
  if (named !== null) {
    const called = rest.slice(named.length);
    const end = endOfCall(called, isDocument);
    if (end === null) return null;
    return { type: word, message: called.slice(end).trim(), isCall: true };
  }
  const told = /^ ?[:：]\s*(.*)$/.exec(rest)?.[1];
  return told === undefined ? null : { type: word, message: told, isCall: false };
}

/**
 * Where the call ends: at R's ` : `, at rlang's backtick and colon, in a document's output at `):`;
 * others say `Error in x:` too.
 */
function endOfCall(text: string, isDocument: boolean): number | null {
  const quoted = /^`[^`]{1,300}`(?: in package '[^']{1,60}')?:/.exec(text);
  if (quoted !== null) return quoted[0].length;
  const spaced = text.search(/ [:：](?= |$)/);
  if (spaced > 0) return spaced + 2;
  const close = isDocument ? text.indexOf("): ") : -1;
  return close < 0 ? null : close + 2;
}

function readError(
  lines: readonly BlockLine[],
  at: number,
  head: RHead & { isVerbatim: boolean },
): Reading | null {
  const isRlang = /^(?:[!✖ℹxi] |Caused by error)/.test(plain(lines[at + 1]).trimStart());
  const end = endOfMessage(lines, at + 1, isRlang);
  if (!head.isCall && !isRlang && !isR(head.message) && !hasTail(lines, end)) return null;
  const error = messageOver(lines, { at, next: end }, head);
  if (error.fullMessage === "") return null;
  const { causes, next } = readCauses(lines, end);
  const trace = readBacktrace(lines, next);
  const lone = head.isVerbatim ? "line" : "inline";
  return readingOver(
    lines,
    { at, next: behindTail(lines, trace.next) },
    {
      error,
      language: "r",
      kind: trace.frames.length > 0 ? "tb" : lone,
      frames: trace.frames,
      causes,
    },
  );
}

/** What only R says behind a plain `Error:`. */
function isR(message: string): boolean {
  return /^(?:packages?|namespace|object|could not find function|cannot open|unexpected|there is no package called|loading failed|Failed to install|vector memory|cannot allocate vector|C stack usage|argument|attempt to|subscript)\b|^(?:找不到(?:对象|函数)|不存在叫|无法打开|Objekt |es gibt kein Paket|konnte Funktion|objet |impossible de trouver)|‘[\w.]{1,60}’/.test(
    message,
  );
}

function hasTail(lines: readonly BlockLine[], from: number): boolean {
  return lines
    .slice(from, from + 3)
    .some((line) =>
      /^(?:Execution halted|In addition: Warning|Calls: |Backtrace:|Run `rlang::)/.test(
        plain(line),
      ),
    );
}

/** The message goes on in lines that are indented, or that begin with rlang's marks. */
function endOfMessage(lines: readonly BlockLine[], from: number, isRlang: boolean): number {
  let next = from;
  while (next < lines.length && next - from < limits.messageLines) {
    const text = plain(lines[next]);
    const goesOn = isRlang
      ? /^\s*(?:[!✖xiℹ•*→] |\S)/.test(text) && !isSection(text)
      : /^\s{2,}\S/.test(text);
    if (!goesOn || isCode(lines[next], isRlang)) break;
    next += 1;
  }
  return next;
}

/** In knitr's output a line without the mark is code again. */
function isCode(line: BlockLine | undefined, isRlang: boolean): boolean {
  return (
    isRlang &&
    line?.text.startsWith("#") === false &&
    /^\s*(?:[\w.]{1,60} ?<- |[>+] |\w{1,60}\()/.test(line.text)
  );
}

function isSection(text: string): boolean {
  return /^(?:Caused by error|Backtrace:|Run `|Execution halted|Calls: |In addition: |Warning|Error |── |---)/.test(
    text.trimStart(),
  );
}

/** rlang's first mark is none of the message's; later ones are kept. */
function messageOver(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
  head: { type: string; message: string },
): ReportedError {
  const own = lines.slice(at + 1, next).map((line) => plain(line).trimEnd());
  const told = [head.message, ...own].filter((text, index) => index > 0 || text !== "");
  const [first = "", ...others] = told;
  const fullMessage = [first.trim().replace(/^[!✖ℹxi] /, ""), ...others]
    .join("\n")
    .slice(0, limits.fullMessage);
  const error = errorOver(
    lines,
    { at, next: at + 1 },
    { type: head.type, message: fullMessage.split("\n", 1)[0] ?? "" },
  );
  return { ...error, fullMessage };
}

/** ``Caused by error in `f()`:`` and the message below it. */
function readCauses(
  lines: readonly BlockLine[],
  from: number,
): { causes: ReportedError[]; next: number } {
  const causes: ReportedError[] = [];
  let next = from;
  while (
    plain(lines[next]).trimStart().startsWith("Caused by error") &&
    causes.length < limits.causes
  ) {
    const told = /:\s?(?!\S*`)(.*)$/.exec(plain(lines[next]))?.[1] ?? "";
    const end = endOfMessage(lines, next + 1, true);
    const { type: _, ...cause } = messageOver(
      lines,
      { at: next, next: end },
      { type: "", message: told.trim() },
    );
    const line = lines[told.trim() === "" ? next + 1 : next]?.line ?? cause.line;
    causes.push({ ...cause, type: null, line });
    next = end;
  }
  return { causes, next };
}

/** `Backtrace:` and its tree, outermost call first. */
function readBacktrace(
  lines: readonly BlockLine[],
  from: number,
): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  const start = plain(lines[from]).trim() === "" ? from + 1 : from;
  if (!plain(lines[start]).trimStart().startsWith("Backtrace:")) return { frames, next: from };
  let next = start + 1;
  for (; next < lines.length && next - start <= limits.frames; next += 1) {
    const text = plain(lines[next]);
    const frame = readRCall(text);
    if (frame !== null) frames.push(frame);
    else if (!/^\s*(?:[█▆]|[│├└] )/.test(text)) break;
  }
  return { frames, next };
}

/** Words of R and rlang behind an error. */
function behindTail(lines: readonly BlockLine[], from: number): number {
  let next = from;
  for (let at = from; at < from + 4; at += 1) {
    if (/^(?:Calls: |Execution halted|Run `rlang::|Backtrace:)/.test(plain(lines[at]).trimStart()))
      next = at + 1;
  }
  return next;
}
