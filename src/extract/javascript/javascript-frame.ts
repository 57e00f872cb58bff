import type { Frame } from "../error-report.ts";
import { ownerOf } from "../reading/frame-package.ts";
import { isScriptFile, placeOf } from "../reading/script-place.ts";

/** Reads one call of a JavaScript stack: V8's, Firefox's and Safari's, Vitest's. */
export function readScriptFrame(text: string): Frame | null {
  return readV8Frame(text) ?? readAtSignFrame(text) ?? readMarkedFrame(text);
}

/**
 * Reads `at Object.f (/x/y.js:1:2)`, `at async /x.js:1:2`, `at Array.map (<anonymous>)`; `{` follows
 * where an error's fields do (https://v8.dev/docs/stack-trace-api).
 */
export function readV8Frame(text: string): Frame | null {
  const line = text.trim();
  if (!line.startsWith("at ")) return null;
  // Behind the call may stand what holds the text, and the `undefined` that jsdom's console adds.
  const body = line.slice("at ".length).replace(/(?: undefined|[ {`"',]{1,4})$/, "");
  const open = body.endsWith(")") ? body.indexOf(" (") : -1;
  if (open >= 1)
    return frameAt(
      body.slice(open + 2, -1),
      body.slice(0, open).replace(/^(?:async )?(?:new )?/, ""),
    );
  // React Native and React's transforms leave the blank out: `at f(/x.js:1:2)`.
  const glued = body.endsWith(")") ? /^([\w$.<>]{1,200})\((.+)\)$/.exec(body) : null;
  if (glued !== null) return frameAt(glued[2] ?? "", glued[1] ?? null);
  // Expo: `at x.js:1:2 in f`.
  const within = body.indexOf(" in ");
  return within < 0
    ? frameAt(body.replace(/^async /, ""), null)
    : frameAt(body.slice(0, within), body.slice(within + " in ".length));
}

/** `f@http://host/x.js:1:2`, `@https://...`, `module code@...` of Firefox and Safari, `f@1:2` of React Native. */
function readAtSignFrame(text: string): Frame | null {
  const at = text.indexOf("@");
  if (at < 0 || at > 200) return null;
  const called = text.slice(0, at).trim();
  const written = text.slice(at + 1).trimEnd();
  if (written.startsWith(" ") || !isCalled(called)) return null;
  if (written === "[native code]") return frameOf(null, null, called);
  if (/^\d{1,9}:\d{1,9}$/.test(written)) return called === "" ? null : frameOf(null, null, called);
  const place = placeOf(withoutEval(written));
  if (place === null) return null;
  const { file, line } = place;
  const isFile = file.includes("/") || (called !== "" && isScriptFile(file));
  const isPlace = file === "debugger eval code" || (isFile && !file.includes(" "));
  return isPlace ? frameOf(file, line, called) : null;
}

/** A function's name, or the words that engines print instead: `global code`, `promise callback*f`, `get size`. */
function isCalled(called: string): boolean {
  return (
    /^[\w$.<>/*[\]()-]*$/.test(called) ||
    /^(?:(?:module|global|eval) code|(?:[gs]et|async|bound) [\w$.]+|[\w.]+ (?:callback|handler)\*[\w$.<>/]*)$/.test(
      called,
    )
  );
}

/** Firefox's `x.js line 25 > eval:2:96` is a call within what line 25 evaluated. */
function withoutEval(written: string): string {
  const at = written.indexOf(" line ");
  if (at < 0) return written;
  const line = /^ line (\d{1,9}) > (?:eval|Function)\b/.exec(written.slice(at, at + 40))?.[1];
  return line === undefined ? written : `${written.slice(0, at)}:${line}`;
}

/** Vitest's ` ❯ f src/x.ts:1:2`. */
function readMarkedFrame(text: string): Frame | null {
  const line = text.trimStart();
  if (!line.startsWith("❯ ")) return null;
  const body = line.slice("❯ ".length).trim();
  const space = body.lastIndexOf(" ");
  const place = placeOf(body.slice(space + 1));
  if (place === null || !place.hasColumn) return null;
  return frameOf(place.file, place.line, space < 0 ? null : body.slice(0, space));
}

/**
 * Reads `f @ x.js:12`, as Chrome's console copies the calls of a log, and `f http://host/x.js:12`,
 * as Firefox's does.
 */
export function readConsoleFrame(text: string): Frame | null {
  const chrome = /^\s*(\S{1,200}(?: \S{1,80})?)\s{1,4}@\s{1,4}(\S{1,600})$/.exec(text);
  const found =
    chrome ?? /^\s+([\w$.<>/*[\]-]{1,200}) (https?:\/\/[^\s/]{1,200}\/\S{0,600})$/.exec(text);
  const place = placeOf(found?.[2] ?? "");
  if (found === null || place === null) return null;
  if (chrome !== null && !isScriptFile(place.file) && !place.file.includes("://")) return null;
  return frameOf(place.file, place.line, found[1] ?? null);
}

/** Files of other languages, whose tools print `at file:line:column` too. */
const foreign = /\.(?:rs|c|cc|cpp|cxx|h|hpp|go|py|zig|swift|cr|nim|rb|java|kt|dart|exs?)$/;

function frameAt(written: string, called: string | null): Frame | null {
  if (/^(?:<anonymous>|<Jasmine>|native|\[native code\]|index \d{1,9})$/.test(written))
    return frameOf(null, null, called);
  // Bun's own code has no file; `at least (10:30)` is prose.
  if (/^(?:native:)?\d{1,9}:\d{1,9}$/.test(written))
    return /[a-z][A-Z]/.test(called ?? "")
      ? { ...frameOf(null, null, called), inLibrary: true }
      : null;
  const wasm = written.indexOf(":wasm-function[");
  if (wasm > 0) return frameOf(written.slice(0, wasm), null, called);
  // In a call by `eval` the innermost bracket holds the file; Hermes puts words before its bundle.
  const inner = written.startsWith("eval at ")
    ? (written.slice(written.lastIndexOf("(") + 1).split(")", 1)[0] ?? "")
    : written.replace(/^address at /, "");
  const place = placeOf(inner);
  if (place === null || foreign.test(place.file)) return null;
  // Chrome's console leaves the column out.
  if (!place.hasColumn && !isScriptFile(place.file)) return null;
  return frameOf(place.file, place.line, called);
}

function frameOf(written: string | null, line: number | null, called: string | null): Frame {
  const file = written?.replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, "") ?? null;
  return { file, line, function: called === "" ? null : called, ...ownerIn(file) };
}

/** Before Node 16 its own files were printed bare: `events.js`, `module.js`. */
const ownFiles =
  /^(?:_\w+|assert|buffer|child_process|dns|domain|events|fs|http|https|module|net|node|path|stream|timers|tls|url|util|vm|zlib)\.js$/;

function ownerIn(file: string | null): Pick<Frame, "inLibrary" | "package"> {
  if (file === null) return ownerOf(null);
  // Deno prints its own code as `ext:core/01_core.js`, Bun as `bun:main`.
  if (ownFiles.test(file) || /^(?:ext|deno|bun|internal):/.test(file))
    return { inLibrary: true, package: null };
  const name = servedPackage(file);
  if (name !== null) return { inLibrary: true, package: name };
  // webpack 1 wrote `~` for `node_modules`.
  const owner = ownerOf(file.replace("/~/", "/node_modules/"));
  // Vite's folder of prebuilt dependencies is no package.
  return owner.package?.startsWith(".") === true ? { ...owner, package: null } : owner;
}

/** `left` of `https://esm.sh/left@1.0.0/x.js` and of other hosts of packages. */
function servedPackage(file: string): string | null {
  if (!file.startsWith("https://")) return null;
  const found =
    /^https:\/\/(?:esm\.sh|unpkg\.com|deno\.land\/x|cdn\.jsdelivr\.net\/npm|cdn\.skypack\.dev|jspm\.dev)\/((?:@[\w.-]{1,80}\/)?[\w.-]{1,80})@/.exec(
      file,
    );
  return found?.[1] ?? (file.startsWith("https://deno.land/std@") ? "std" : null);
}
