import type { BlockLine } from "./block.ts";
import { indentOf } from "./block.ts";
import type { CallStackShape } from "./call-stack.ts";
import { callStackFamily } from "./call-stack.ts";
import type { Draft, Family } from "./family.ts";
import { readScriptCause, readScriptHead, readWarning } from "./javascript-head.ts";
import { readConsoleFrame, readScriptFrame } from "./javascript-frame.ts";
import { limits } from "./limits.ts";
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
    const { draft, next } = stack.read(lines, head) ?? console.read(lines, head) ?? none;
    if (draft === null) return null;
    const firstLine = lines[at]?.line ?? draft.firstLine;
    return withFields({ ...draft, firstLine }, lines, { head, next });
  },
};

const none = { draft: null, next: 0 };

/** Says no at once to most lines: an error has a colon, ends with its type, or stands above a call. */
function mayBegin(lines: readonly BlockLine[], at: number): boolean {
  const text = lines[at]?.text ?? "";
  if (text === "") return false;
  if (text.includes(":") || text.endsWith("rror") || text.endsWith("xception")) return true;
  const below = lines[at + 1]?.text.trimStart() ?? "";
  return below.startsWith("at ") || (text.includes(" | ") && behindExcerpt(lines, at) !== null);
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

/** The calls as a browser's console copies them, without an error's own stack above them. */
const console = callStackFamily("javascript", { ...shape, readFrame: readConsoleFrame });

function isAmongCalls(text: string): boolean {
  const line = text.trim();
  return (
    /^(?:From previous event:|-{20,}|\.\.\. \d{1,6} (?:more|lines matching cause stack trace)|\[native code\]$)/.test(
      line,
    ) ||
    /^(?:await in )?[\w$.<>()]{1,100} \(async\)$/.test(line) ||
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
