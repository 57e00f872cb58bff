import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { readQuotedSpan } from "../line/quoted-span.ts";

/**
 * Diagnostics of Go's compiler, of `go vet` and of the loading of packages: `./x.go:4:2: undefined: f`,
 * lines set in below them, and the `# package` above the first of them.
 */
export const goCompiler: Family = {
  name: "go compiler",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.includes(".go:")) return null;
    const text = line.text.trim();
    const message = readGoDiagnostic(text);
    if (message === null && !isVerbatim(line)) {
      const quoted = readQuotedSpan(line, readGoDiagnostic);
      const found = { type: "error", kind: "inline", language: "go" } as const;
      return quoted === null ? null : singleLineReading(lines, at, { ...found, message: quoted });
    }
    const told = message ?? (isUnderPackage(lines, at) ? messageOf(text) : null);
    if (told === null) return null;
    if (told === "too many errors") return { draft: null, next: at + 1 };
    const next = endOfMessage(lines, at);
    const parts = lines.slice(at + 1, next).map((below) => below.text.trim());
    const fullMessage = [told, ...parts].join("\n").slice(0, limits.fullMessage);
    const findings: Findings = {
      type: "error",
      message: told,
      fullMessage,
      kind: "compiler",
      language: "go",
    };
    const start = isPackage(lines[at - 1]) ? at - 1 : at;
    return spanReading(
      lines,
      { at: start, next: behindSummary(lines, next) },
      { ...findings, line: line.line },
    );
  },
};

/** `undefined: f` of `./x.go:4:2: undefined: f`; `null` when the words are not a compiler's. */
function readGoDiagnostic(text: string): string | null {
  const message = messageOf(text);
  if (message === null) return null;
  const start = message.slice(0, 400);
  // Loggers and tests print a line, never a column.
  const hasColumn = /\.go:\d{1,7}:\d{1,5}: /.test(text.slice(0, 340));
  return surelyGo.test(start) || (hasColumn && mostlyGo.test(start)) ? message : null;
}

function messageOf(text: string): string | null {
  const end = text.indexOf(".go:");
  if (end < 1 || end > 300) return null;
  const file = text.slice(0, end).replace(/^(?:vet|imports): /, "");
  const place = /^\.go:\d{1,7}(?::\d{1,5})?: (?=\S)/.exec(text.slice(end, end + 30));
  const isPath = /^(?:[A-Za-z]:[^:"'`(=;]{1,300}|[^\s:"'`(=;]{1,300})$/.test(file);
  if (place === null || !isPath || /^(?:\/\/|[#*-])/.test(file)) return null;
  return text.slice(end + place[0].length);
}

const surelyGo =
  /^undefined: |^syntax error: |^cannot use .* as |declared (?:and|but) not used|imported and not used|^missing return$|^invalid operation: |no required module provides package|^missing go\.sum entry|^package \S+ is not in |^cannot find package|mismatched types|redeclared in this block/;

const mostlyGo = new RegExp(
  [
    "undefined \\(|^(?:cannot|could not|not enough|too many|missing|mismatched|invalid|duplicate) ",
    "^(?:unexpected|unreachable|impossible|unknown|embedding|pattern|label|method|multiple-value) ",
    "^internal compiler error|^assignment mismatch|^expected ['(]|^import cycle not allowed|^non-",
    "does not implement|is not a type|has no field or method|not exported|(?:is|to|to an|of|an?) unexported |not used$",
    "^no matching files found|build constraints exclude|use of internal package|overflows",
    "is a program, not an importable package|requires (?:go1|newer Go)|ambiguous import|format %",
  ].join("|"),
);

/** True below `# package`, which the go command prints above what a tool said about the package. */
function isUnderPackage(lines: readonly BlockLine[], at: number): boolean {
  for (let above = at - 1; above >= 0 && at - above <= 24; above -= 1) {
    if (isPackage(lines[above])) return true;
    const text = lines[above]?.text ?? "";
    if (messageOf(text.trim()) === null && !/^\s/.test(text)) return false;
  }
  return false;
}

function isPackage(line: BlockLine | undefined): boolean {
  return (
    line !== undefined &&
    line.text.startsWith("# ") &&
    /^# [\w.[][\w./~\]@-]{0,200}(?: \[[^\]]{1,200}\])?$/.test(line.text)
  );
}

function endOfMessage(lines: readonly BlockLine[], at: number): number {
  let next = at + 1;
  while (next < lines.length && next - at < limits.messageLines) {
    const text = lines[next]?.text ?? "";
    if (!/^\s+\S/.test(text) || messageOf(text.trim()) !== null) break;
    next += 1;
  }
  return next;
}

/** What the go command says at the end because of the errors above. */
function behindSummary(lines: readonly BlockLine[], from: number): number {
  let next = from;
  while (isSummary(lines[next]?.text ?? "")) next += 1;
  return next;
}

function isSummary(text: string): boolean {
  return (
    /^(?:note: module requires |too many errors$|FAIL(?:\t\S+ \[(?:build|setup) failed\])?$)/.test(
      text,
    ) || text.endsWith(": too many errors")
  );
}
