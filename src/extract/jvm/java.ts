import { callStackFamily } from "../reading/call-stack.ts";
import type { Family } from "../family.ts";
import { findTyped } from "../reading/find-typed.ts";
import { readJavaFrame, withoutMark } from "./java-frame.ts";
import type { TypedMessage } from "../reading/typed-message.ts";
import { readTypedMessage } from "../reading/typed-message.ts";

/**
 * Stacks of the JVM: the outermost exception is the report, what it names below are its causes;
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Throwable.html#printStackTrace()
 */
export const java: Family = {
  name: "java",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    if (!mayBegin(text)) return null;
    const reading = stack.read(lines, at);
    if (reading?.draft == null) return reading;
    const causes = reading.draft.causes.filter(({ type }) => !isNote(type ?? ""));
    return { ...reading, draft: { ...reading.draft, causes } };
  },
};

const stack = callStackFamily("java", {
  language: "java",
  readHead,
  readFrame: readJavaFrame,
  readCause,
  isAmongCalls,
  isLastCall: () => false,
});

/** A head has a message behind a colon, or a type that says that it is an error's. */
function mayBegin(text: string): boolean {
  return text.includes(":") || text.includes("rror") || text.includes("xception");
}

/** Coroutines and Reactor suppress exceptions that only say where code ran. */
function isNote(type: string): boolean {
  return (
    type.endsWith("DiagnosticCoroutineContextException") || type.endsWith("OnAssemblyException")
  );
}

function readHead(text: string): TypedMessage | null {
  const found = findTyped(text);
  if (found !== null) return { type: found.type, message: found.message };
  return readBare(text) ?? readQualified(text) ?? readBracketed(text);
}

/** An exception that was printed before: no cause of its own. */
const circular = "[CIRCULAR REFERENCE";
const causeWords = ["Caused by: ", "Suppressed: ", "Wrapped by: "];

function readCause(text: string): TypedMessage | null {
  const body = withoutMark(text);
  const word = causeWords.find((cause) => body.startsWith(cause));
  if (word === undefined) return null;
  const rest = body.slice(word.length);
  if (rest.startsWith(circular)) return null;
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
  const body = withoutMark(text);
  return (
    /^\.\.\. \d{1,6} (?:more|common frames)/.test(body) ||
    /^at [a-z]\w*(?:\.[\w$]+)*\.?$/.test(body) ||
    body.startsWith("stack trace is suppressed") ||
    body.includes(circular)
  );
}
