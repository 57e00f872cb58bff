import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import { compiler } from "../native/compiler.ts";
import { errorLine } from "../line/error-line.ts";
import type { Draft, Family } from "../family.ts";
import { javascript } from "./javascript.ts";
import { limits } from "../limits.ts";
import { markedRun } from "../reading/marked-run.ts";
import { npmlog } from "./npmlog.ts";
import { isWrapper } from "../reading/wrapper.ts";

/**
 * Failures of npm: a run of `npm ERR!` lines (`npm error` since npm 10, `12 error` in the log it
 * leaves behind) with its code and its first sentence. Where a package's script failed, what the script printed is the error.
 */
export const npm: Family = {
  name: "npm",
  read(lines, at) {
    if (unmark(lines[at]?.text ?? "") === null || !isRun(lines, at)) return null;
    const run = markedRun(lines, at, unmark);
    const code = codeOf(run.lines);
    const isScript = code === null || code === "ELIFECYCLE" || /^\d+$/.test(code);
    const inner = isScript ? innerError(run.lines) : null;
    const draft = inner ?? ownError(run.lines, code);
    // A title that names the code alone says less than what stands below it.
    if (draft?.message === "" && lines[at]?.container === "title")
      return { draft: null, next: run.next };
    const lastLine = run.lines[run.lines.length - 1]?.line ?? 1;
    const firstLine = lines[at]?.line ?? 1;
    return { draft: draft && { ...draft, kind: "build", firstLine, lastLine }, next: run.next };
  },
};

function codeOf(lines: readonly BlockLine[]): string | null {
  const field = lines.find(({ text }) => text.startsWith("code "))?.text;
  return /^code {1,4}(\S{1,60})/.exec(field ?? "")?.[1] ?? null;
}

const debugLine = /^\d{1,6} (?:error|verbose|info|silly|http|warn|timing) /;

function unmark(text: string): string | null {
  const body = text.trimStart();
  if (/^\d/.test(body)) return /^\d{1,6} error (.*)$/.exec(body)?.[1] ?? null;
  if (!body.startsWith("npm ")) return null;
  const mark = ["npm ERR!", "npm error"].find((word) => body.startsWith(word));
  if (mark === undefined || !/^(?: |$)/.test(body.slice(mark.length, mark.length + 1))) return null;
  return body.slice(mark.length + 1);
}

/** In prose `npm error` are two words like others; in npm's own log the lines are numbered. */
function isRun(lines: readonly BlockLine[], at: number): boolean {
  const line = lines[at];
  const text = line?.text.trimStart() ?? "";
  if (text.startsWith("npm ERR!")) return true;
  if (/^\d/.test(text))
    return debugLine.test(lines[at - 1]?.text ?? "") || debugLine.test(lines[at + 1]?.text ?? "");
  if (line === undefined || isVerbatim(line)) return true;
  return unmark(lines[at + 1]?.text ?? "") !== null;
}

/** What a package's script printed: the first error that says more than that something failed. */
function innerError(run: readonly BlockLine[]): Draft | null {
  // Behind npm's mark it is output, wherever it was pasted.
  const lines = run.map((line): BlockLine => ({ ...line, container: "fence" }));
  const drafts: Draft[] = [];
  let at = 0;
  while (at < lines.length) {
    const place = at;
    const reading = [npmlog, javascript, compiler, errorLine]
      .map((family) => family.read(lines, place))
      .find((each) => each !== null);
    if (reading?.draft) drafts.push(reading.draft);
    at = reading?.next ?? at + 1;
  }
  return drafts.find((draft) => !isWrapper(draft)) ?? drafts[drafts.length - 1] ?? null;
}

/** What npm itself says: its code, and its sentences without the word that repeats the code. */
function ownError(lines: readonly BlockLine[], code: string | null): Draft | null {
  const word = code?.toLowerCase() ?? "";
  const told = lines.filter(({ text }) => !isField(text));
  const first = told.find(({ text }) => text.trim() !== "");
  const type = code === null || /^\d+$/.test(code) ? null : code;
  if (first === undefined && type === null) return null;
  const from = first === undefined ? told.length : told.indexOf(first);
  const sentences = told.slice(from).map(({ text }) => withoutWord(text, word).trimEnd());
  const fullMessage = sentences.join("\n").trim().slice(0, limits.fullMessage);
  return {
    type,
    message: fullMessage.split("\n", 1)[0]?.trim() ?? "",
    fullMessage,
    line: first?.line ?? lines[0]?.line ?? 1,
    kind: "build",
    language: "javascript",
    frames: [],
    causes: [],
    firstLine: 1,
    lastLine: 1,
  };
}

/** Lines that say where and in what the failure happened: `errno -2`, `path /x`, `node v4.2.0`. */
function isField(text: string): boolean {
  return /^(?:(?:code|syscall|path|errno|dest|file|cwd|argv|node|npm|command(?! failed)|signal|spawnargs|cmd|System|Windows_NT|Linux|Darwin|not ok code) |(?:If you need help|Please include|This is probably not a problem|A complete log|Additional logging|For a full report)\b| +(?:\S{1,300}[\\/]_logs[\\/]|<?https:\/\/(?:github|npm)))/.test(
    text,
  );
}

function withoutWord(text: string, word: string): string {
  if (word === "") return text;
  if (text.toLowerCase() === word) return "";
  return text.toLowerCase().startsWith(`${word} `) ? text.slice(word.length + 1) : text;
}
