import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family, Reading } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { readNativeStack } from "./native-stack.ts";
import { isWish } from "../line/prose-error.ts";
import { readQuotedSpan } from "../line/quoted-span.ts";

/**
 * Signals that killed a program: what its own handler printed with a stack, what a tracer, a debugger or
 * an IDE said of it, and, if nothing else did, the shell.
 */
export const signal: Family = {
  name: "signal",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text.length < 6 || !maybeSignal(line.text)) return null;
    if (!isVerbatim(line)) return readProse(lines, at, line);
    const text = line.text.trim().slice(0, 1_000);
    const found = readHandler(text) ?? readTold(text) ?? readExit(text) ?? readShell(text);
    if (found === null) return null;
    const { frames, next } = readNativeStack(lines, behindFields(lines, at));
    const findings: Findings = { ...found, kind: "crash", language: "c", frames };
    return spanReading(lines, { at: startOf(lines, at), next }, { ...findings, line: line.line });
  },
};

/** What the shell or the IDE said, outside of any fence: on a line of its own, in a code span, or where a sentence ends. */
function readProse(lines: readonly BlockLine[], at: number, line: BlockLine): Reading | null {
  const text = line.text.trim().slice(0, 1_000);
  const own = line.container === "prose" ? (readExit(text) ?? readCore(text)) : null;
  const isWhole = own !== null && /[)\w]$/.test(text) && text.length < 120;
  if (isWhole) return singleLineReading(lines, at, { ...own, kind: "crash", language: "c" });
  const ending = isWish(text)
    ? null
    : readCore(phrase.exec(text)?.[0].replace(/^["“'‘]/, "") ?? "");
  const quoted = own ?? readQuotedSpan(line, (code) => readExit(code) ?? readCore(code)) ?? ending;
  return quoted && singleLineReading(lines, at, { ...quoted, kind: "inline", language: "c" });
}

/** In quotes, or where the sentence ends. */
const phrase =
  /["“'‘][A-Z][\w ]{3,40} \(core dumped\)(?=["”'’])|\S+ \S+ \(core dumped\)(?=[.!,;:。，]?$)/;

function maybeSignal(text: string): boolean {
  return (
    text.includes("SIG") ||
    text.includes("egmentation fault") ||
    text.includes("ignal") ||
    text.includes("(core dumped)") ||
    text.includes("exit code") ||
    shellNotice.test(text)
  );
}

const shellNotice = /^(?:Abort(?:ed|\b)|Bus error|Illegal|Floating|Killed|zsh: )/;

interface Death {
  type: string;
  message: string;
}

/** Handlers of glog (`*** SIGSEGV (@0x0) received by PID 1`), Abseil, Open MPI, UCX, Chromium. */
function readHandler(text: string): Death | null {
  const starred = /^\*\*\* (SIG[A-Z]{3,6})\b.{0,300}$/.exec(text);
  if (starred !== null)
    return { type: starred[1] ?? "", message: text.replace(/^\*\*\* | \*\*\*$/g, "") };
  const mpi = /^(?:\[[\w.-]{1,80}:\d{1,9}\] )?Signal: ([A-Z][a-z][\w ]{2,40}) \((\d{1,2})\)$/.exec(
    text,
  );
  if (mpi !== null) return { type: mpi[1] ?? "", message: `(${mpi[2] ?? ""})` };
  const caught =
    /^(?:\[[^\]]{1,100}\] )?Caught signal \d{1,2} \(([A-Z][\w ]{2,40})(?:: (.{1,200}))?\)/.exec(
      text,
    );
  if (caught !== null) return { type: caught[1] ?? "", message: caught[2] ?? "" };
  const chromium =
    /^Received signal \d{1,2} ((?:SEGV|BUS|FPE|ILL|ABRT)_?\w{0,20}|<unknown>) ?(.{0,80})$/.exec(
      text,
    );
  return chromium === null
    ? null
    : { type: `Received signal`, message: text.slice("Received signal ".length) };
}

/** `SIGNAL 12 (SIGSYS)` (truss), `+++ killed by SIGSEGV +++` (strace), `terminated by signal SIGSEGV (...)` (fish). */
function readTold(text: string): Death | null {
  const named =
    /^(?:SIGNAL \d{1,2} \(|\+\+\+ killed by |--- |(?:fish: )?(?:Job|‘|“|').{1,300} terminated by signal |.{1,200} (?:was )?(?:killed|terminated) by (?:signal )?)(SIG[A-Z]{3,6})\b/.exec(
      text,
    );
  if (named !== null) return { type: named[1] ?? "", message: text };
  const handled = /^\[[^\]]{1,120}\] .{0,60}\bsigno=(SIG[A-Z]{3,6})\b/.exec(text);
  if (handled !== null) return { type: handled[1] ?? "", message: text };
  const started =
    /^(?:Fatal Python error: |Program received signal )?(SIG(?:SEGV|ABRT|BUS|FPE|ILL|SYS|TRAP|KILL))[,:.]? (?=\S)/.exec(
      text,
    );
  return started === null
    ? null
    : { type: started[1] ?? "", message: text.slice(started[0].length) };
}

/** `Process finished with exit code 139 (interrupted by signal 11: SIGSEGV)`, as JetBrains' IDEs say it; Windows has codes. */
function readExit(text: string): Death | null {
  if (!/^(?:Process|Program) (?:finished|exited) with exit code -?\d/.test(text)) return null;
  const type =
    /interrupted by signal \d{1,2}: ?(SIG[A-Z]{3,6})\b/.exec(text)?.[1] ??
    /\((0xC0[0-9A-F]{6})\)/i.exec(text)?.[1];
  return type === undefined ? null : { type, message: text };
}

const words =
  "Segmentation fault|Aborted|Abort trap|Illegal instruction|Bus error|Floating point exception|Bad system call|Trace/breakpoint trap";

/** What shells put in front: the job, the script and its line, the process. */
const job =
  "^(?:\\[\\d{1,5}\\][+-]? {1,8})?(?:\\S{1,200}: )?(?:line \\d{1,7}: +)?(?:\\d{1,9} {1,4})?";
const dumped = new RegExp(`${job}(${words})(?: *:? ?\\d{0,3})? {0,20}(\\(core dumped\\))`, "i");
const alone = new RegExp(`${job}(${words}|Killed)(?:: \\d{1,2})?(?: {4,}\\S.{0,300})?$`);
const zsh =
  /^zsh: (segmentation fault|abort|bus error|illegal hardware instruction|floating point exception|trace trap|killed)(?: {2,}(.{1,300}))?$/;

/** A core that was dumped is the shell's word for what happened; no one else speaks of it. */
function readCore(text: string): Death | null {
  const core = dumped.exec(text);
  return core === null ? null : { type: core[1] ?? "", message: core[2] ?? "" };
}

/** bash: `run.sh: line 3:  99 Segmentation fault      (core dumped) ./a`; zsh: `zsh: segmentation fault  ./a`. */
function readShell(text: string): Death | null {
  const core = readCore(text);
  if (core !== null) return core;
  const plain = alone.exec(text);
  if (plain !== null && isCrash(plain[1] ?? "", text)) return { type: plain[1] ?? "", message: "" };
  const named = zsh.exec(text);
  return named === null ? null : { type: named[1] ?? "", message: "" };
}

/** "Aborted" and "Killed" stand alone on lines of other meaning, too; a signal's number or a script's line tells. */
function isCrash(word: string, text: string): boolean {
  return !/^(?:Aborted|Killed)$/.test(word) || /: \d{1,2}$|line \d/.test(text);
}

/** glog says when, and where, before it says which. */
function startOf(lines: readonly BlockLine[], at: number): number {
  let start = at;
  while (at - start < 3 && /^(?:PC: @|\*\*\* Aborted at \d)/.test(lines[start - 1]?.text ?? ""))
    start -= 1;
  return start;
}

/** `Signal code: Address not mapped (1)`, `process exit, rval = 0` and their like below the signal. */
function behindFields(lines: readonly BlockLine[], at: number): number {
  let next = at + 1;
  while (
    next - at < 6 &&
    /(?:^|\] )(?:Signal code: |Failing at address: |Associated errno: |process exit, rval)/.test(
      lines[next]?.text ?? "",
    )
  )
    next += 1;
  return next;
}
