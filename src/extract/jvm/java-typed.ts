import type { TypedMessage } from "../reading/typed-message.ts";
import { isErrorType, readTypedMessage } from "../reading/typed-message.ts";

/** Reads `java.io.IOException: message` or `com.acme.Halt: message` at the start of a text. */
export function readJavaTyped(text: string): TypedMessage | null {
  const typed = readTypedMessage(text);
  if (typed === null) return null;
  const isQualified = /^[a-z][\w$]*(?:\.[\w$]+)*\.[A-Z][\w$]*$/.test(typed.type);
  return isErrorType(typed.type) || isQualified ? typed : null;
}
