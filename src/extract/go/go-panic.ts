import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Draft, Family, Reading } from "../family.ts";
import { spanReading } from "../reading/draft.ts";
import { isGoroutine, readGoStack } from "./go-stack.ts";
import { limits } from "../limits.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { isWish } from "../line/prose-error.ts";
import { readQuotedSpan } from "../line/quoted-span.ts";

/**
 * Panics and fatal errors of Go with the goroutines below them, also where a server or a library
 * caught and printed them. https://github.com/golang/go/blob/master/src/runtime/panic.go
 */
export const goPanic: Family = {
  name: "go panic",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !maybeHead(line.text)) return null;
    const text = line.text.trim();
    const head = readHead(text);
    const stack = head === null ? null : stackBelow(lines, at);
    if (head !== null && stack !== null) return readPanic(lines, { at, stack }, head);
    if (head?.isPlain === true && (hasWords(head.message) || isExit(lines, at)))
      return readAlone(lines, at, head);
    return isVerbatim(line) ? null : readQuoted(lines, at);
  },
};

function maybeHead(text: string): boolean {
  return (
    text.includes("anic") ||
    text.includes("fatal error: ") ||
    /^(?:SIG|throw: |runtime error: )/.test(text)
  );
}

interface Head {
  type: string;
  message: string;
  /** True for what only Go prints, with or without goroutines below it. */
  isPlain: boolean;
}

function readHead(text: string): Head | null {
  if (text.startsWith("panic: ")) return { type: "panic", message: text.slice(7), isPlain: true };
  if (text.startsWith("fatal error: "))
    return { type: "fatal error", message: text.slice(13), isPlain: isRuntimes(text.slice(13)) };
  const signal = /^(SIG[A-Z]{3,6}): (.{1,60})$/.exec(text);
  if (signal !== null) return { type: signal[1] ?? "", message: signal[2] ?? "", isPlain: false };
  const thrown = /^throw: (?=\S)/.exec(text);
  if (thrown !== null) return { type: "throw", message: text.slice(7), isPlain: false };
  // Programs that print what they recovered from, and the goroutines below it.
  if (text.startsWith("runtime error: ")) return { type: "panic", message: text, isPlain: false };
  const served = /(?:^|\d )http: panic serving \S{1,80}: /.exec(text.slice(0, 200));
  if (served !== null)
    return { type: "panic", message: text.slice(served.index + served[0].length), isPlain: true };
  // What frameworks print around a panic they caught: `Observed a panic: x`, `[PANIC RECOVER] x`.
  const told = /\bpanic\b[^:]{0,40}: (?=\S)/i.exec(text.slice(0, 200));
  if (told === null) return null;
  return { type: "panic", message: text.slice(told.index + told[0].length), isPlain: false };
}

/** Reasons that only Go's runtime has to stop a program. */
function isRuntimes(reason: string): boolean {
  return /^(?:all goroutines are asleep|concurrent map |runtime: |sync: |unexpected signal)/.test(
    reason,
  );
}

/** A lone word behind `panic:` is a setting as often as a reason. */
function hasWords(message: string): boolean {
  return /\S \S/.test(message);
}

/** True where the go command says below that the program, or its test, has failed. */
function isExit(lines: readonly BlockLine[], at: number): boolean {
  return lines.slice(at + 1, at + 4).some(({ text }) => /^(?:FAIL\s|exit status \d)/.test(text));
}

/** Lines between a panic and the first goroutine: its message and the panics that came after it. */
const stackReach = 20;

function stackBelow(lines: readonly BlockLine[], at: number): number | null {
  for (let below = at + 1; below < lines.length && below - at <= stackReach; below += 1) {
    const text = (lines[below]?.text ?? "").trim();
    if (isGoroutine(text) || text === "runtime stack:") return below;
    if (text.startsWith("panic: ") && !isPanicBelow(lines[below])) return null;
  }
  return null;
}

/** A panic that followed from the one above it is set in with a tab. */
function isPanicBelow(line: BlockLine | undefined): boolean {
  return line !== undefined && /^\s+panic: /.test(line.text);
}

function readPanic(
  lines: readonly BlockLine[],
  { at, stack }: { at: number; stack: number },
  head: Head,
): Reading {
  const panics = readPanics(lines, { at, stack }, head);
  const { frames, next } = readGoStack(lines, stack);
  const last = panics[panics.length - 1] ?? { ...head, fullMessage: head.message, line: 1 };
  return spanReading(
    lines,
    { at: startOf(lines, at), next },
    {
      type: last.type,
      message: last.message,
      fullMessage: last.fullMessage,
      line: last.line,
      kind: "panic",
      language: "go",
      frames,
      causes: panics
        .slice(0, -1)
        .toReversed()
        .filter(({ message }) => message !== last.message),
    },
  );
}

type Panic = Draft["causes"][number];

/** The panic and those that it led to while deferred functions ran, in that order. */
function readPanics(
  lines: readonly BlockLine[],
  { at, stack }: { at: number; stack: number },
  head: Head,
): Panic[] {
  const panics = [{ type: head.type, parts: [head.message], line: lines[at]?.line ?? 1 }];
  let isBroken = false;
  for (const line of lines.slice(at + 1, stack)) {
    const text = line.text.trim();
    isBroken ||=
      text === "" || /^(?:\[signal |PC=0x|signal arrived |goroutine running )/.test(text);
    if (isPanicBelow(line)) {
      panics.push({ type: "panic", parts: [text.slice(7)], line: line.line });
      isBroken = false;
    } else if (!isBroken) panics[panics.length - 1]?.parts.push(text);
  }
  return panics.slice(-limits.causes).map(({ type, parts, line }) => {
    const fullMessage = parts.join("\n").replace(/ \[recovered(?:, repanicked)?\]$/, "");
    const [message = ""] = fullMessage.split("\n", 1);
    return { type, message, fullMessage: fullMessage.slice(0, limits.fullMessage), line };
  });
}

/** What the runtime prints about itself in front of a fatal error belongs to it. */
function startOf(lines: readonly BlockLine[], at: number): number {
  let start = at;
  while (start > 0 && at - start < 5 && isNotice(lines[start - 1]?.text ?? "")) start -= 1;
  return start;
}

function isNotice(text: string): boolean {
  return (
    text.startsWith("runtime: ") ||
    text.startsWith("unexpected fault address ") ||
    text.startsWith("sp=0x")
  );
}

/** A panic whose goroutines were left out. */
function readAlone(lines: readonly BlockLine[], at: number, { type, message }: Head): Reading {
  const isOutput = lines[at]?.container !== "title";
  const found = { type, message: message.replace(/ \[recovered(?:, repanicked)?\]$/, "") };
  if (!isOutput) return singleLineReading(lines, at, { ...found, kind: "inline", language: "go" });
  const below = lines[at + 1]?.text ?? "";
  const next = below.startsWith("exit status ") || below.startsWith("[signal ") ? at + 2 : at + 1;
  return spanReading(lines, { at, next }, { ...found, kind: "panic", language: "go" });
}

function panicOf(code: string): string | null {
  return /^(?:panic|fatal error): \S+ \S/.test(code) ? code : null;
}

/** A panic that a sentence quotes: in a code span, or with the words that only the runtime has. */
function readQuoted(lines: readonly BlockLine[], at: number): Reading | null {
  const line = lines[at];
  if (line === undefined) return null;
  const span = readQuotedSpan(line, panicOf);
  const start = span === null ? line.text.indexOf("panic: runtime error: ") : 0;
  if (start < 0 || isWish(line.text) || /\b(?:must|should) panic: /.test(line.text)) return null;
  const quoted = span ?? line.text.slice(start);
  const type = quoted.startsWith("panic") ? "panic" : "fatal error";
  const message = quoted.slice(type.length + 2);
  return singleLineReading(lines, at, { type, message, kind: "inline", language: "go" });
}
