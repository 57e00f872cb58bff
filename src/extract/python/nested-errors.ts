import type { BlockLine } from "../text/block.ts";
import type { ReportedError } from "../error-report.ts";
import { limits } from "../limits.ts";
import { announcesError } from "../reading/message-end.ts";
import { isErrorType, readTypedMessage } from "../reading/typed-message.ts";

/**
 * The errors inside a message of several lines, for they carry what its first line hides: those of
 * Keras's "in user code:", the failed node of TensorFlow's graphs, the error behind "raised:", and
 * what torchrun's summary gives as root cause.
 */
export function nestedErrors(message: readonly BlockLine[]): ReportedError[] {
  if (message.length < 2) return [];
  const root = message.findIndex(({ text }) => text.startsWith("Root Cause (first observed"));
  if (root >= 0) return rootCause(message.slice(root + 1));
  if (message.some(({ text }) => text.includes("Graph execution error:")))
    return nodeError(message);
  const isTraced = message.some(({ text }) => text.includes("in user code:"));
  const nested = message.slice(1).flatMap((line, before) => {
    const isNested = isTraced || announcesError(message[before]?.text ?? "");
    return isNested ? typedError(line) : [];
  });
  return nested.slice(0, limits.causes);
}

function typedError({ text, line }: BlockLine): ReportedError[] {
  const typed = readTypedMessage(text.trim());
  if (typed === null || !isErrorType(typed.type)) return [];
  return [{ ...typed, fullMessage: typed.message, line }];
}

/** TensorFlow prints the kernel's own message above the first mark of the node that failed. */
function nodeError(message: readonly BlockLine[]): ReportedError[] {
  const mark = message.findIndex(({ text }) => text.trimStart().startsWith("[[{{node"));
  const told = message[mark - 1];
  return told === undefined ? [] : untypedError(told.text.trim(), told.line);
}

function untypedError(message: string, line: number): ReportedError[] {
  return message === "" ? [] : [{ type: null, message, fullMessage: message, line }];
}

/** `traceback : Signal 9 (SIGKILL) received by PID 12`, or a traceback that ends with the worker's error. */
function rootCause(section: readonly BlockLine[]): ReportedError[] {
  const place = section.findIndex(({ text }) => /^\s*traceback :/.test(text));
  const line = section[place];
  if (line === undefined) return [];
  const told = line.text.replace(/^\s*traceback :/, "").trim();
  if (told.startsWith("To enable traceback see")) return [];
  if (!told.startsWith("Traceback (most recent call last)")) return untypedError(told, line.line);
  return section
    .slice(place + 1)
    .flatMap(typedError)
    .slice(-1);
}
