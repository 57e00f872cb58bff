import type { Head } from "../reading/call-stack.ts";
import { isErrorType, readTypedMessage } from "../reading/typed-message.ts";

/** Reads an error as Dart prints it: `FormatException: x`, `MissingPluginException(x)`, a sentence of its own. */
export function readDartHead(text: string): Head | null {
  const body = text.trim();
  return readTyped(body) ?? readCalled(body) ?? readDartSentence(body);
}

/** The same where any line is an error; its whole text is the message then. */
export function readAnyDartHead(text: string): Head {
  return readDartHead(text) ?? { type: null, message: text.trim() };
}

function readTyped(body: string): Head | null {
  // `RangeError (index): Invalid value: x` names the argument behind the type.
  const argument = /^(\w{1,60}Error) \([\w ]{1,40}\): (.*)$/.exec(body);
  if (argument !== null) return { type: argument[1] ?? null, message: argument[2] ?? "" };
  const typed = readTypedMessage(body);
  if (typed === null) return null;
  const isGeneral = /^(?:Exception|Error|_Exception)$/.test(typed.type) && typed.message !== "";
  return isErrorType(typed.type) || isGeneral ? typed : null;
}

/** `PlatformException(code, message, null)`, and a debugger's `_TypeError (type 'Null' is ...)`. */
function readCalled(body: string): Head | null {
  if (!body.endsWith(")")) return null;
  const found = /^(_?[A-Z]\w{0,60}(?:Error|Exception)) ?\((.*)\)$/.exec(body);
  return found === null ? null : { type: found[1] ?? null, message: found[2] ?? "" };
}

const sentences = [
  "Null check operator used on a null value",
  "Bad state: ",
  "Invalid argument(s): ",
  "Invalid argument: ",
  "Invalid argument (",
  "Unsupported operation: ",
  "Concurrent modification during iteration",
  "Cannot add to an unmodifiable ",
];

/** The errors of Dart's core library whose text names no type (`dart:core`, errors.dart). */
export function readDartSentence(body: string): Head | null {
  const isCast = /^type '[^']{1,300}' is not a subtype of type '/.test(body);
  const isAssertion = /^'(?:package|file|dart):[^']{1,300}': Failed assertion: line \d/.test(body);
  const isKnown = isCast || isAssertion || sentences.some((sentence) => body.startsWith(sentence));
  return isKnown ? { type: null, message: body } : null;
}
