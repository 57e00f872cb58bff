import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import { buildReading, nextFilled } from "../reading/build-error.ts";
import type { Family, Reading } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { isScriptFile } from "../reading/script-place.ts";
import { readToolType } from "../reading/tool-error.ts";
import type { BuildMessage } from "./webpack-message.ts";
import { findPhrase, readBuildMessage, readKnownMessage, withoutMark } from "./webpack-message.ts";

/**
 * Errors of webpack and of what prints like it (Rspack, Create React App, Next.js, vue-cli): a header
 * with the module, below it what is wrong, quoted source, and ` @ ./x` for who imports it.
 */
export const webpack: Family = {
  name: "webpack",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined) return null;
    const found = mayBegin(line.text) ? readReport(lines, at) : null;
    if (found !== null) return buildReading(lines, { ...found, at });
    return isVerbatim(line) ? null : readQuoted(lines, at);
  },
};

/** Says no at once to lines that begin with none of the words of a report, and with no path. */
function mayBegin(text: string): boolean {
  let first = 0;
  while (text[first] === " ") first += 1;
  const words = beginnings[text.charAt(first)];
  return words?.some((word) => text.startsWith(word, first)) === true;
}

const beginnings: Readonly<Record<string, readonly string[]>> = {
  E: ["ERROR in ", "Entry module"],
  F: ["Failed to compile"],
  M: ["Module "],
  T: ["This dependency ", "This relative ", "These dependencies ", "These relative "],
  e: ["error  in ", "error - "],
  ".": ["./", "../"],
  "/": ["/"],
  "[": ["[tsl] ERROR in "],
  "⨯": ["⨯ "],
  "×": ["× "],
  "✗": ["✗ "],
};

function readReport(lines: readonly BlockLine[], at: number): BuildMessage | null {
  const line = lines[at];
  const text = withoutMark(line?.text ?? "");
  if (text === "Failed to compile." || text === "Failed to compile") return readFailed(lines, at);
  const named = /^(?:\[tsl\] )?ERROR in (.*)$|^error {2}in (.*)$/.exec(text);
  if (named !== null) return readNamed(lines, at, (named[1] ?? named[2] ?? "").trim());
  if (isModule(text)) return readKnownMessage(lines, at + 1);
  return line !== undefined && isVerbatim(line) && /^(?:Entry module |Module |Th)/.test(text)
    ? readKnownMessage(lines, at)
    : null;
}

/** Create React App and Next.js say `Failed to compile.` above the module, or above the message itself. */
function readFailed(lines: readonly BlockLine[], at: number): BuildMessage | null {
  const below = nextFilled(lines, at + 1, 4);
  if (below === null) return null;
  const errorAt = isNamed(withoutMark(lines[below]?.text ?? ""))
    ? nextFilled(lines, below + 1, 3)
    : below;
  if (errorAt === null) return null;
  const isHeader = lines[errorAt]?.text.startsWith("TypeScript error in ") === true;
  return readBelow(lines, isHeader ? errorAt + 1 : errorAt);
}

/** What follows `ERROR in`: the module, with the message below it, or the message itself. */
function readNamed(lines: readonly BlockLine[], at: number, rest: string): BuildMessage | null {
  const head = findPhrase(rest)?.head ?? readToolType(rest);
  if (head !== null) return { errorAt: at, head };
  const below = nextFilled(lines, at + 1, 3);
  if (below !== null && isNamed(rest)) return readBelow(lines, below);
  if (rest !== "" && !rest.includes(" "))
    return below === null ? null : readKnownMessage(lines, below);
  const line = lines[at];
  const isSentence = /^[A-Z][a-z]+:? \w+ \w/.test(rest);
  return isSentence && line !== undefined && isVerbatim(line)
    ? { errorAt: at, head: { type: null, message: rest } }
    : null;
}

/** Below a header any line of output is the message; what a person wrote below it may be anything. */
function readBelow(lines: readonly BlockLine[], at: number): BuildMessage | null {
  const line = lines[at];
  if (line === undefined) return null;
  return isVerbatim(line) ? readBuildMessage(lines, at) : readKnownMessage(lines, at);
}

/** A module's path as webpack prints it, with loaders in front or a place behind. */
function isModule(text: string): boolean {
  return /^(?:\.{1,2}\/|\/|[A-Za-z]:\\)[^\s:]{1,600}(?::\d{1,7}:\d{1,7}| \d{1,7}:[\d-]{1,12}| \([^()]{1,600}\))?$/.test(
    text,
  );
}

/** What names a module behind `ERROR in`, in any of the forms that plugins give it. */
function isNamed(text: string): boolean {
  const [first = ""] = text.split(" ", 1);
  return (
    isModule(text) ||
    /^(?:multi|chunk|\[[\w-]{1,40}\]|\(webpack\)\S*)$/.test(first) ||
    (/[\\/]/.test(first) && !first.includes("://")) ||
    isScriptFile(first.replace(/(?:[:(][\d:,]{1,20}\)?)?:?$/, ""))
  );
}

/** In prose only the message itself counts. */
function readQuoted(lines: readonly BlockLine[], at: number): Reading | null {
  const text = lines[at]?.text ?? "";
  if (!text.includes("Module ")) return null;
  const found = findPhrase(text);
  if (found === null) return null;
  const quote = /[`"'“*]{1,3}$/.exec(text.slice(0, found.column))?.[0];
  const end = quote === undefined ? -1 : found.head.message.lastIndexOf(quote);
  const told = end < 0 ? found.head.message : found.head.message.slice(0, end);
  // A sentence goes on behind the name that could not be resolved.
  const message =
    /^(?:Error: )?Can't resolve '[^']{1,300}'(?: in '[^']{1,600}')?/.exec(told)?.[0] ?? told;
  if (!message.includes(" ")) return null;
  const { type } = found.head;
  return singleLineReading(lines, at, { type, message, kind: "inline", language: "javascript" });
}
