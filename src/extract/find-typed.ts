import type { TypedMessage } from "./typed-message.ts";
import { isErrorType, readTypedMessage } from "./typed-message.ts";

/** A `Type: message` within a line, and where it begins. */
export interface FoundTyped extends TypedMessage {
  column: number;
}

/**
 * Finds the first error's type that is followed by a colon within a line: at its start, behind a
 * blank, a quote or an opening bracket. `null` when the line raises, catches or only warns.
 */
export function findTyped(text: string): FoundTyped | null {
  if (!(text.includes(":") || text.includes("：")) || isCode(text)) return null;
  for (const found of text.matchAll(
    /(?<![\w.:/\\$-])[A-Za-z_][\w.:\\$]{2,159}(?: \[[A-Za-z][\w ]{2,60}\])?[:：]/g,
  )) {
    const typed = readTypedMessage(text.slice(found.index));
    if (typed === null || !isPrintedType(typed)) continue;
    return { ...typed, column: found.index };
  }
  return null;
}

/** JavaScript's plain `Error` counts where a message follows, not a count. */
function isPrintedType({ type, message }: TypedMessage): boolean {
  return isErrorType(type) || (type === "Error" && !/^(?:\d+(?:,|$)|$)/.test(message));
}

/** Statements that raise, catch, declare or explain an error instead of printing one. */
export function isCode(text: string): boolean {
  const body = text.trimStart();
  if (
    /^(?:raise|except|throws?|catch|class|def|import|from|assert|return|if|elif|else|with|\/\/|\/\*|\*|#|@|<!--)(?![\w:])/.test(
      body,
    )
  )
    return true;
  if (
    /\b(?:raise|throw new|throw|except|catch|rescue) ?\(?[A-Z]/.test(body) ||
    body.includes("throw new ")
  )
    return true;
  return body.startsWith("+ ") || body.startsWith("- ");
}
