import type { TypedMessage } from "./typed-message.ts";
import { isErrorType, readTypedMessage } from "./typed-message.ts";

/** A `Type: message` within a line, and where it begins. */
export interface FoundTyped extends TypedMessage {
  column: number;
}

/**
 * Finds the first error's type that is followed by a colon within a line: at its start, behind a
 * blank, a quote or an opening bracket. `null` when the line raises, catches or only warns. The colon
 * stands at column `from` or behind it.
 */
export function findTyped(text: string, from = 0): FoundTyped | null {
  if (from > 0) return search(text, from);
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const found = search(text, from);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(text, found);
  return found;
}

/** Several families ask about one line, and stacks about each of the lines below them. */
const remembered = new Map<string, FoundTyped | null>();
const mostRemembered = 256;

function search(text: string, from: number): FoundTyped | null {
  for (let colon = nextColon(text, from); colon >= 0; colon = nextColon(text, colon + 1)) {
    const column = typeColumn(text, colon);
    const typed = column < 0 ? null : readTypedMessage(text.slice(column));
    if (typed !== null && isPrintedType(typed)) return isCode(text) ? null : { ...typed, column };
  }
  return null;
}

/** Index of the next colon that has a blank or nothing behind it, or that is full-width; -1 where none is. */
function nextColon(text: string, from: number): number {
  let colon = text.indexOf(":", from);
  while (colon >= 0 && colon + 1 < text.length && !isBlank(text.charCodeAt(colon + 1)))
    colon = text.indexOf(":", colon + 1);
  const wide = text.indexOf("：", from);
  return wide < 0 || (colon >= 0 && colon < wide) ? colon : wide;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000;
}

/** Where the error's type begins that ends at a colon (`TypeError: `, `TypeError [CODE]: `); -1 where none does. */
function typeColumn(text: string, colon: number): number {
  const open = text[colon - 1] === "]" ? text.lastIndexOf(" [", colon) : -1;
  const end = open < 0 ? colon : open;
  let at = end;
  while (at > 0 && end - at <= longestType && isTypeCode(text.charCodeAt(at - 1))) at -= 1;
  const type = text.slice(at, end);
  const isType = isErrorType(type) || type.endsWith("Error");
  return isType && /^[A-Za-z_]/.test(type) && !"/-".includes(text[at - 1] ?? " ") ? at : -1;
}

const longestType = 160;

/** Letters, digits and what stands between the parts of a type: `_`, `$`, `.`, `:`, `\`. */
function isTypeCode(code: number): boolean {
  const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return (
    isLetter ||
    (code >= 0x2e && code <= 0x3a && code !== 0x2f) ||
    code === 0x5f ||
    code === 0x24 ||
    code === 0x5c
  );
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
