import { indentOf } from "./block.ts";
import { callStackFamily } from "./call-stack.ts";
import type { Frame } from "./error-report.ts";
import type { Family } from "./family.ts";
import { ownerOf } from "./frame-package.ts";
import { readScriptCause, readScriptHead, readWarning } from "./javascript-head.ts";
import { limits } from "./limits.ts";
import { behindExcerpt } from "./node-excerpt.ts";
import { readNodeFields } from "./node-fields.ts";

/** Stacks of V8 (Node, Chrome, Deno, Bun), Firefox and Safari, with what Node prints around them. */
export const javascript: Family = {
  name: "javascript",
  read(lines, at) {
    const behindWarning = readWarning(lines, at, readFrame);
    if (behindWarning !== null) return { draft: null, next: behindWarning };
    const head = behindExcerpt(lines, at) ?? at;
    const { draft = null, next = 0 } = stack.read(lines, head) ?? {};
    if (draft === null) return null;
    const firstLine = lines[at]?.line ?? draft.firstLine;
    if (lines[next - 1]?.text.endsWith("{") !== true)
      return { draft: { ...draft, firstLine }, next };
    const fields = readNodeFields(lines, next, indentOf(lines[head]?.text ?? ""));
    const causes = [...draft.causes, ...fields.causes].slice(0, limits.causes);
    const lastLine = lines[fields.next - 1]?.line ?? draft.lastLine;
    return { draft: { ...draft, causes, firstLine, lastLine }, next: fields.next };
  },
};

const stack = callStackFamily("javascript", {
  language: "javascript",
  readHead: readScriptHead,
  readFrame,
  readCause: readScriptCause,
  isAmongCalls: (text) =>
    /^(?:From previous event:|-{20,}|\.\.\. \d{1,6} (?:more|lines matching cause stack trace))/.test(
      text.trim(),
    ),
  // The fields of the error follow in braces.
  isLastCall: (text) => text.endsWith("{"),
});

function readFrame(text: string): Frame | null {
  return readV8Frame(text) ?? readAtSignFrame(text.trim());
}

/**
 * Reads `at Object.f (/x/y.js:1:2)`, `at async /x.js:1:2`, `at Array.map (<anonymous>)`; `{` follows
 * where an error's fields do (https://v8.dev/docs/stack-trace-api).
 */
export function readV8Frame(text: string): Frame | null {
  const line = text.trim();
  if (!line.startsWith("at ")) return null;
  const body = line.slice("at ".length).replace(/[ {`]{1,4}$/, "");
  const open = body.endsWith(")") ? body.indexOf(" (") : -1;
  if (open < 1) return frameAt(body.replace(/^async /, ""), null);
  return frameAt(body.slice(open + 2, -1), body.slice(0, open).replace(/^(?:async|new) /, ""));
}

/** `f@http://host/x.js:1:2`, `@https://...`, `module code@...` of Firefox and Safari. */
function readAtSignFrame(body: string): Frame | null {
  const at = body.indexOf("@");
  const file = body.slice(at + 1);
  if (at < 0 || at > 200 || !file.includes("/") || file.includes(" ")) return null;
  if (!/^(?:[\w$.<>/*[\]]*|(?:module|global|eval) code)$/.test(body.slice(0, at))) return null;
  return frameAt(file, at === 0 ? null : body.slice(0, at));
}

/** Files of other languages, whose tools print `at file:line:column` too. */
const foreign = /\.(?:rs|c|cc|cpp|cxx|h|hpp|go|py|zig|swift|cr|nim|rb|java|kt)$/;

function frameAt(written: string, called: string | null): Frame | null {
  if (/^(?:<anonymous>|native|index \d{1,9})$/.test(written))
    return { file: null, line: null, function: called, ...ownerOf(null) };
  // In a call by `eval` the innermost bracket holds the file; Hermes puts words before its bundle.
  const inner = written.startsWith("eval at ")
    ? written.slice(written.lastIndexOf("(") + 1).split(")", 1)[0]
    : written;
  const found = /^(?:address at )?(.{1,600}):(\d{1,9}):\d{1,9}$/.exec(inner ?? "");
  const file = found?.[1]?.replace(/^file:\/\//, "") ?? "";
  if (file === "" || foreign.test(file)) return null;
  return { file, line: Number(found?.[2]), function: called, ...ownerIn(file) };
}

/** Before Node 16 its own files were printed bare: `events.js`, `module.js`. */
const ownFiles =
  /^(?:_\w+|assert|buffer|child_process|dns|domain|events|fs|http|https|module|net|node|path|stream|timers|tls|url|util|vm|zlib)\.js$/;

function ownerIn(file: string): Pick<Frame, "inLibrary" | "package"> {
  if (ownFiles.test(file)) return { inLibrary: true, package: null };
  const owner = ownerOf(file);
  // Vite's folder of prebuilt dependencies is no package.
  return owner.package?.startsWith(".") === true ? { ...owner, package: null } : owner;
}
