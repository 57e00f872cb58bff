import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Reports of Erlang/OTP: crash reports with `exception error: message` and calls, reports of servers
 * that end, the shell's `** exception error: message`, a node that does not boot
 * (https://www.erlang.org/doc/apps/sasl/error_logging.html).
 */
export const erlang: Family = {
  name: "erlang",
  read(lines, at) {
    const text = lines[at]?.text.trim() ?? "";
    if (text.startsWith("** exception ")) return readException(lines, at, at);
    if (text === "crasher:") return readCrash(lines, at);
    if (text.startsWith("=")) return readReport(lines, at, text);
    if (text.startsWith("init terminating in ") || text.startsWith('{"init terminating in '))
      return readBoot(lines, at, text);
    return text.includes(".erl:") ? readCompiler(lines, at, text) : null;
  },
};

function readReport(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  if (/^=CRASH REPORT={2,}/.test(text)) return readCrash(lines, at);
  return /^=ERROR REPORT={2,}/.test(text) ? readReason(lines, at) : null;
}

function readCrash(lines: readonly BlockLine[], at: number): Reading | null {
  for (let below = at + 1; below < at + 14; below += 1) {
    if (/^\s*exception (?:error|exit|throw): /.test(lines[below]?.text ?? ""))
      return readException(lines, at, below);
  }
  return null;
}

/** Lines that a message or a call may be broken into. */
const reach = 40;

/** The class is what Erlang has for a type; calls follow the message, innermost first. */
function readException(lines: readonly BlockLine[], at: number, told: number): Reading | null {
  const found = /exception (error|exit|throw): (.*)$/.exec(lines[told]?.text ?? "");
  if (found === null) return null;
  const end = endOfMessage(lines, told + 1);
  const error = errorOver(
    lines,
    { at: told, next: end },
    { type: found[1] ?? null, message: found[2] ?? "" },
  );
  const { frames, next } = readCalls(lines, end);
  const kind = frames.length > 0 ? "tb" : "line";
  return readingOver(
    lines,
    { at, next },
    { error, language: "elixir", kind, frames: frames.toReversed() },
  );
}

function endOfMessage(lines: readonly BlockLine[], from: number): number {
  let at = from;
  while (at < lines.length && at - from < reach) {
    const text = lines[at]?.text ?? "";
    if (!text.startsWith("    ") || isCall(text) || /^ {4}[a-z_ ]{3,30}: /.test(text)) break;
    at += 1;
  }
  return at;
}

function isCall(text: string): boolean {
  return /^\s+in (?:function|call from|operator) /.test(text);
}

/** `in function  cart:open/1 (src/cart.erl, line 12)`; the arguments may follow on lines of their own. */
function readCalls(lines: readonly BlockLine[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let next = from;
  for (; next < lines.length && next - from < reach; next += 1) {
    const text = lines[next]?.text ?? "";
    const found =
      /^\s+in (?:function|call from|operator) {1,3}(\S{1,200})(?: \((\S{1,200}), line (\d{1,7})\))?/.exec(
        text,
      );
    if (found !== null) frames.push(frameOf(found[1] ?? "", found[2] ?? null, found[3]));
    else if (!/^\s{8,}(?:called as |\S)/.test(text)) break;
  }
  return { frames, next };
}

const applications = new Set(
  "erlang lists maps gen_server gen_statem gen_event gen proc_lib supervisor erl_eval file io ets application init shell ssl crypto".split(
    " ",
  ),
);

function frameOf(name: string, file: string | null, line: string | undefined): Frame {
  const isLibrary = applications.has(name.split(":", 1)[0] ?? "");
  return {
    file,
    line: line === undefined ? null : Number(line),
    function: name,
    inLibrary: isLibrary,
    package: null,
  };
}

/** `** Reason for termination ==` and the reason below, or the value with which a process exited. */
function readReason(lines: readonly BlockLine[], at: number): Reading | null {
  for (let below = at + 1; below < at + 20; below += 1) {
    const text = lines[below]?.text.trim() ?? "";
    if (!/^\*\* Reason for termination ?==?$|with exit value:$/.test(text)) continue;
    const reason = (lines[below + 1]?.text ?? "").trim().replace(/^\*\* /, "");
    if (reason === "") return null;
    let next = below + 2;
    while (next - below < reach && /^\s{5,}\S/.test(lines[next]?.text ?? "")) next += 1;
    const error = errorOver(lines, { at: below + 1, next }, { type: null, message: reason });
    return readingOver(lines, { at, next }, { error, language: "elixir", kind: "crash" });
  }
  return null;
}

function readBoot(lines: readonly BlockLine[], at: number, text: string): Reading {
  const error = errorOver(lines, { at, next: at + 1 }, { type: null, message: text });
  return readingOver(lines, { at, next: at + 1 }, { error, language: "elixir", kind: "crash" });
}

const compilerWords =
  /unbound|undefined|syntax error|unsafe|head mismatch|can't find include|illegal |already defined|unterminated|redefin|not a valid/;

/** `src/cart.erl:3:15: variable 'Y' is unbound`; only warnings are marked. */
function readCompiler(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const line = lines[at];
  const found = /^[\w./\\-]{1,300}\.erl:\d{1,7}(?::\d{1,5})?: (?=\S)/.exec(text);
  if (found === null || line === undefined || !isVerbatim(line)) return null;
  const message = text.slice(found[0].length);
  if (message.startsWith("Warning") || !compilerWords.test(message)) return null;
  let next = at + 1;
  while (next - at < 4 && lines[next]?.text.startsWith("%") === true) next += 1;
  const error = errorOver(lines, { at, next: at + 1 }, { type: "error", message });
  return readingOver(lines, { at, next }, { error, language: "elixir", kind: "compiler" });
}
