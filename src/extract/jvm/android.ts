import type { BlockLine } from "../text/block.ts";
import type { Frame, ReportedError } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { java } from "./java.ts";
import { readJavaTyped } from "./java-typed.ts";
import { limits } from "../limits.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * What Android logs when an app dies: `FATAL EXCEPTION: main` above a stack of Java, `Fatal signal
 * 11 (SIGSEGV)` above a tombstone, `ANR in com.acme`
 * (https://source.android.com/docs/core/tests/debug/native-crash).
 */
export const android: Family = {
  name: "android",
  read(lines, at) {
    const text = lines[at]?.text.trimStart() ?? "";
    if (text.startsWith("FATAL EXCEPTION")) return readFatal(lines, at);
    if (text.startsWith(crashlytics)) return readCrashlytics(lines, at, text);
    if (text.startsWith("Fatal signal ") || text.startsWith("signal "))
      return readSignal(lines, at, text);
    return text.startsWith("ANR in ") ? readAnr(lines, at, text) : null;
  },
};

/** The process is named between the thread and its exception. */
function readFatal(lines: readonly BlockLine[], at: number): Reading | null {
  for (let below = at + 1; below <= at + 4 && below < lines.length; below += 1) {
    const text = lines[below]?.text.trim() ?? "";
    if (text === "" || text.startsWith("Process: ") || text.startsWith("PID: ")) continue;
    const stack = java.read(lines, below);
    const typed = readJavaTyped(text);
    if (stack?.draft != null)
      return {
        draft: { ...stack.draft, kind: "logcat", firstLine: lines[at]?.line ?? 1 },
        next: stack.next,
      };
    if (typed === null) return null;
    const error = errorOver(lines, { at: below, next: below + 1 }, typed);
    return readingOver(lines, { at, next: below + 1 }, { error, language: "java", kind: "logcat" });
  }
  return null;
}

const crashlytics = "Fatal Exception: ";

/** Crashlytics prints the message below the exception; of a report's stack often nothing is quoted. */
function readCrashlytics(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const type = text.slice(crashlytics.length).trim();
  const message = lines[at + 1]?.text.trim() ?? "";
  if (!/^[a-z]\w{0,40}(?:\.\w{1,60}){1,8}(?:Error|Exception)$/.test(type)) return null;
  if (!/\S \S/.test(message) || /^(?:at |Fatal |Caused by)/.test(message)) return null;
  if (/^\s*(?:at )?[\w$.<>]{1,200} ?\(/.test(lines[at + 2]?.text ?? "")) return null;
  const error = {
    ...errorOver(lines, { at, next: at + 1 }, { type, message }),
    fullMessage: message,
  };
  return readingOver(lines, { at, next: at + 2 }, { error, language: "java", kind: "crash" });
}

/** Lines of a tombstone before its calls: who died, registers, the memory around them. */
const tombstoneReach = 80;

function readSignal(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const found = /^(?:Fatal )?signal \d{1,3} \((SIG[A-Z]{2,8})\),? (.{1,400})$/.exec(text);
  if (found === null) return null;
  const first = firstCall(lines, at);
  const { frames, next } = readCalls(lines, first ?? at + 1);
  const head = { type: found[1] ?? null, message: found[2] ?? "" };
  return readingOver(
    lines,
    { at, next },
    {
      error: errorOver(lines, { at, next: at + 1 }, head),
      language: "other",
      kind: "crash",
      frames: frames.toReversed(),
      causes: abortMessage(lines, { at, next }),
    },
  );
}

function firstCall(lines: readonly BlockLine[], at: number): number | null {
  for (let below = at + 1; below <= at + tombstoneReach && below < lines.length; below += 1) {
    const text = lines[below]?.text.trimStart() ?? "";
    if (readNativeFrame(text) !== null) return below;
    if (text.startsWith("FATAL EXCEPTION") || text.startsWith("Fatal signal ")) return null;
  }
  return null;
}

function readCalls(lines: readonly BlockLine[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let next = from;
  for (; next < lines.length; next += 1) {
    const frame = readNativeFrame(lines[next]?.text.trimStart() ?? "");
    if (frame === null) break;
    if (frames.length < limits.frames) frames.push(frame);
  }
  return { frames, next };
}

/** `#01 pc 00280a27  /system/lib/libart.so (artQuickGenericJniTrampoline+34) (BuildId: 0f3a)`. */
function readNativeFrame(text: string): Frame | null {
  const found =
    /^#\d{2,3} {1,2}pc [0-9a-f]{6,16} {1,4}(\S{1,400})(?: \(offset 0x[0-9a-f]{1,16}\))?(?: \(([^()].{0,400}?)\+\d{1,9}\))?/.exec(
      text,
    );
  if (found === null) return null;
  const file = found[1] ?? "";
  const isSystem = /^\/(?:system|apex|vendor|product|system_ext)\//.test(file);
  return { file, line: null, function: found[2] ?? null, inLibrary: isSystem, package: null };
}

/** What the program said before it killed itself: `Abort message: '...'`. */
function abortMessage(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
): ReportedError[] {
  const index = lines
    .slice(at, next)
    .findIndex(({ text }) => text.trimStart().startsWith("Abort message: "));
  const line = index < 0 ? undefined : lines[at + index];
  if (line === undefined) return [];
  const message = line.text
    .trim()
    .slice("Abort message: ".length)
    .replace(/^'(.*)'$/, "$1");
  return [{ type: null, message, fullMessage: message, line: line.line }];
}

function readAnr(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const reason = lines
    .slice(at, at + 5)
    .findIndex((line) => line.text.trimStart().startsWith("Reason: "));
  if (!/^ANR in [\w.]{3,200}/.test(text) || reason < 0) return null;
  const message = (lines[at + reason]?.text ?? "").trim().slice("Reason: ".length);
  const error = errorOver(lines, { at, next: at + 1 }, { type: "ANR", message });
  return readingOver(
    lines,
    { at, next: at + reason + 1 },
    { error, language: "java", kind: "logcat" },
  );
}
