import { callStackFamily } from "./call-stack.ts";
import type { Frame } from "./error-report.ts";
import { findTyped } from "./find-typed.ts";
import type { TypedMessage } from "./typed-message.ts";
import { readTypedMessage } from "./typed-message.ts";

/**
 * Stacks of the JVM: the outermost exception is the report, what it names below are its causes;
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Throwable.html#printStackTrace()
 */
export const java = callStackFamily("java", {
  language: "java",
  readHead,
  readFrame: readJavaFrame,
  readCause,
  isAmongCalls,
  isLastCall: () => false,
});

/**
 * Reads `at com.x.Y.z(Y.java:12) ~[y-1.0.jar:1.0]`; a module or loader may stand in front of the
 * class, and Logback names the jar behind (https://logback.qos.ch/manual/layouts.html#ex).
 */
export function readJavaFrame(text: string): Frame | null {
  const body = text.trim();
  if (!body.startsWith("at ")) return null;
  const open = body.indexOf("(");
  const close = body.indexOf(")", open);
  if (open < 0 || close < 0) return null;
  const called = body.slice("at ".length, open);
  const place = placeOf(body.slice(open + 1, close));
  if (place === null || !/^[\w$./<>@-]+$/.test(called) || !called.includes(".")) return null;
  const name = withoutModule(called);
  const jar = jarOf(body.slice(close + 1, close + 200));
  return { ...place, function: name, inLibrary: jar !== null || library.test(name), package: jar };
}

const library =
  /^(?:java|javax|jdk|sun|com\.sun|kotlin|kotlinx|scala|android|androidx|com\.android|dalvik)\./;

function placeOf(place: string): Pick<Frame, "file" | "line"> | null {
  const [file = "", line] = place.split(":");
  if (/^(?:Native Method|Unknown Source|SourceFile|PG|<generated>|<console>)$/.test(file))
    return { file: null, line: null };
  if (!/^[\w$.-]{1,200}\.(?:java|kts?|scala|groovy|cljc?)$/.test(file)) return null;
  const number = Number(line ?? Number.NaN);
  return { file, line: number > 0 ? number : null };
}

/** Takes off `java.base@17.0.1/` and `app//`; the slash of a hidden class (`$$Lambda$1/0x7f`) stays. */
function withoutModule(called: string): string {
  const hidden = called.indexOf("$$");
  const end = called.lastIndexOf("/", hidden < 0 ? called.length : hidden);
  return called.slice(end + 1);
}

/** `spring-core` of ` ~[spring-core-5.3.1.jar!/:5.3.1]`; a folder of classes is no jar. */
function jarOf(behind: string): string | null {
  const open = behind.indexOf("[");
  const end = behind.indexOf(".jar", open);
  if (open < 0 || open > 3 || end < 0) return null;
  const name = behind.slice(open + 1, end);
  const version = name.search(/-\d/);
  return /^[\w.-]+$/.test(name) ? name.slice(0, version < 1 ? name.length : version) : null;
}

function readHead(text: string): TypedMessage | null {
  const found = findTyped(text);
  if (found !== null) return { type: found.type, message: found.message };
  return readBare(text) ?? readQualified(text) ?? readBracketed(text);
}

const causeWords = ["Caused by: ", "Suppressed: ", "Wrapped by: "];

function readCause(text: string): TypedMessage | null {
  const body = text.trimStart();
  const word = causeWords.find((cause) => body.startsWith(cause));
  if (word === undefined) return null;
  const rest = body.slice(word.length);
  return readHead(rest) ?? readTypedMessage(rest);
}

/** `java.lang.NullPointerException` alone on its line, or behind `Exception in thread "main"`. */
function readBare(text: string): TypedMessage | null {
  const body = text.trim();
  const word = body.slice(body.lastIndexOf(" ") + 1);
  if (!/^[A-Za-z_$][\w.$]*(?:Error|Exception):?$/.test(word)) return null;
  if (word !== body && !word.includes(".")) return null;
  return { type: word.replace(":", ""), message: "" };
}

/** A class whose name does not say that it is an error: `com.acme.Halt: x`. */
function readQualified(text: string): TypedMessage | null {
  const body = text.trim().replace(/^Exception in thread "[^"]{0,200}" /, "");
  const typed = readTypedMessage(body);
  return typed !== null && /^[a-z][\w.]*\.[A-Z][\w$]*$/.test(typed.type) ? typed : null;
}

/** `RemoteTransportException[[node][address]]; nested: ...`, as Elasticsearch prints what came from afar. */
function readBracketed(text: string): TypedMessage | null {
  const word = ["Exception[", "Error["].find((end) => text.includes(end));
  if (word === undefined) return null;
  const start = text.indexOf(word) + word.length - 1;
  const type = /[A-Za-z_$][\w.$]*$/.exec(text.slice(Math.max(0, start - 160), start))?.[0];
  const end = closeOf(text, start);
  return type === undefined || end < 0 ? null : { type, message: text.slice(start + 1, end) };
}

/** Index of the bracket that closes the one at `open`, or -1. */
function closeOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "[") depth += 1;
    if (text[at] === "]") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** `... 12 more`, `... 12 common frames omitted`, and a last call that was cut off within its name. */
function isAmongCalls(text: string): boolean {
  const body = text.trim();
  return (
    /^\.\.\. \d{1,6} (?:more|common frames)/.test(body) ||
    /^at [a-z]\w*(?:\.[\w$]+)*\.?$/.test(body) ||
    body.startsWith("[CIRCULAR REFERENCE")
  );
}
