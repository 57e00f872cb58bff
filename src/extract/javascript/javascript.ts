import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import type { CallStackShape } from "../reading/call-stack.ts";
import { callStackFamily } from "../reading/call-stack.ts";
import type { Draft, Family, Reading } from "../family.ts";
import { readScriptCause, readScriptHead, readWarning } from "./javascript-head.ts";
import { readConsoleFrame, readScriptFrame } from "./javascript-frame.ts";
import { limits } from "../limits.ts";
import { behindExcerpt } from "./node-excerpt.ts";
import { readNodeFields, readOldFields } from "./node-fields.ts";

/** Stacks of V8 (Node, Chrome, Deno, Bun), Firefox and Safari, with what their runtimes print around them. */
export const javascript: Family = {
  name: "javascript",
  read(lines, at) {
    if (!mayBegin(lines, at)) return null;
    const behindWarning = readWarning(lines, at, readScriptFrame);
    if (behindWarning !== null) return { draft: null, next: behindWarning };
    const head = behindExcerpt(lines, at) ?? at;
    const { draft, next } = stack.read(lines, head) ?? readConsole(lines, head) ?? none;
    if (draft === null) return null;
    const firstLine = lines[at]?.line ?? draft.firstLine;
    return withFields({ ...draft, firstLine }, lines, { head, next });
  },
};

const none = { draft: null, next: 0 };

/** Lines below an error in which its first call has to stand; `call-stack.ts` looks no further. */
const reach = 20;

/** Says no at once to most lines: an error stands right above a call, or names its type above some call. */
function mayBegin(lines: readonly BlockLine[], at: number): boolean {
  const text = lines[at]?.text ?? "";
  if (text === "" || isV8Call(text)) return false;
  if (mayBeCall(lines[at + 1]?.text) || behindExcerpt(lines, at) !== null) return true;
  if (!typeWords.some((word) => text.includes(word))) return false;
  for (let index = at + 2; index <= at + reach; index += 1) {
    if (mayBeCall(lines[index]?.text)) return true;
  }
  return false;
}

/** Parts of the words by which JavaScript's errors are known. */
const typeWords = ["rror", "xception", "iolation", "ejection"];

function mayBeCall(text: string | undefined): boolean {
  if (text === undefined || text === "") return false;
  if (isV8Call(text)) return true;
  // Those of other engines end in a place, or in `[native code]`.
  const end = text.charCodeAt(text.length - 1);
  const isPlace = (end >= 48 && end <= 57) || end === 93;
  return isPlace && (text.includes("@") || text.includes("://") || text.includes("❯"));
}

function isV8Call(text: string): boolean {
  let at = 0;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return text.startsWith("at ", at);
}

/** The calls as a browser's console copies them, without an error's own stack above them. */
function readConsole(lines: readonly BlockLine[], head: number): Reading | null {
  const below = lines[head + 1]?.text ?? "";
  return readConsoleFrame(below) === null ? null : consoleStack.read(lines, head);
}

const shape: CallStackShape = {
  language: "javascript",
  readHead: readScriptHead,
  readFrame: readScriptFrame,
  readCause: readScriptCause,
  isAmongCalls,
  // The fields of the error follow in braces.
  isLastCall: (text) => text.endsWith("{"),
};

const stack = callStackFamily("javascript", shape);

const consoleStack = callStackFamily("javascript", { ...shape, readFrame: readConsoleFrame });

function isAmongCalls(text: string): boolean {
  const line = text.trim();
  return (
    /^(?:From previous event:|-{20,}|\.\.\. \d{1,6} (?:more|lines matching cause stack trace)|\[native code\]$)/.test(
      line,
    ) ||
    /^(?:https?:\/\/)?[\w./-]{1,300}\.(?:js|bundle):\d{1,9}:\d{1,9}$/.test(line) ||
    /^[\w$.<>() ]{1,100} \(async\)$/.test(line) ||
    readConsoleFrame(text) !== null
  );
}

/** Adds the errors among the fields that Node prints behind the last call. */
function withFields(
  draft: Draft,
  lines: readonly BlockLine[],
  { head, next }: { head: number; next: number },
): { draft: Draft; next: number } {
  const first = lines[head]?.text ?? "";
  const fields =
    lines[next - 1]?.text.endsWith("{") === true
      ? readNodeFields(lines, next, indentOf(first))
      : { causes: [], next: readOldFields(lines, next, first) };
  const causes = [...draft.causes, ...fields.causes].slice(0, limits.causes);
  const lastLine = lines[fields.next - 1]?.line ?? draft.lastLine;
  return { draft: { ...draft, causes, lastLine }, next: fields.next };
}
