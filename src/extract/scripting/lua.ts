import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { luaOwner, readLuaCall, readLuaPlace } from "./lua-frame.ts";
import { errorOver, lineKind, readingOver } from "../reading/told-error.ts";

/**
 * Errors of Lua above `stack traceback:`, with the place in front of the message; behind `lua:`, an
 * engine's words, or Neovim's `E5108: Error executing lua`
 * (https://www.lua.org/manual/5.4/manual.html#luaL_traceback; neovim, src/nvim/lua/executor.c).
 */
export const lua: Family = {
  name: "lua",
  read(lines, at) {
    const line = lines[at];
    const text = line?.text ?? "";
    if (line === undefined || !mayBegin(text)) return null;
    const head = readHead(lines, at, text.trim());
    if (head === null) return null;
    const stack = stackBelow(lines, head.at);
    if (stack === null && !(head.isKnown && isVerbatim(line))) return null;
    const { calls, next } =
      stack === null ? { calls: [], next: head.at + 1 } : readCalls(lines, stack + 1);
    const end = stack ?? head.at + 1;
    const isCalled = calls.some((call) => call.file === head.file && call.line === head.line);
    const place =
      head.file === "" || isCalled
        ? []
        : [{ file: head.file, line: head.line, function: null, ...luaOwner(head.file) }];
    return readingOver(
      lines,
      { at, next },
      {
        error: errorOver(lines, { at: head.at, next: end }, head),
        language: "lua",
        kind: stack === null ? lineKind(line) : "tb",
        frames: [...calls.toReversed(), ...place],
      },
    );
  },
};

/** Words of which Lua's and Neovim's errors have one. */
const words = [".lua:", '[string "', "ua: ", "callback: "];

function mayBegin(text: string): boolean {
  return text.startsWith("Error ") || words.some((word) => text.includes(word));
}

interface LuaHead {
  type: string | null;
  message: string;
  file: string;
  line: number | null;
  /** Index of the line with the message. */
  at: number;
  /** True where the words in front are Lua's or Neovim's own. */
  isKnown: boolean;
}

const executing =
  /^(?:(E\d{2,4}): )?(?:(?:Error )?(?:executing|while calling|loading|in) )?(?:vim\.schedule |luv |decoration provider |msg show |timer )?(?:[Ll]ua(?: chunk| callback)?|callback):? /;

/** The place of the message may be the next line where Neovim says first in which command it stood. */
function readHead(lines: readonly BlockLine[], at: number, text: string): LuaHead | null {
  const vim = executing.exec(text);
  const lone =
    /^(?:\S{0,200}\/)?(?:lua(?:jit|\d(?:\.\d)?)?(?:\.exe)?|love|texlua|resty): (?=\S)/.exec(text);
  const front = lone?.[0] ?? vim?.[0] ?? "";
  const place = readLuaPlace(text.slice(front.length));
  const isNeovim =
    vim !== null && (vim[1] !== undefined || text.startsWith("Error ") || text.startsWith("Lua"));
  if (place === null) {
    const below = text.startsWith("Error ") ? readLuaPlace(lines[at + 1]?.text.trim() ?? "") : null;
    if (below !== null && stackBelow(lines, at + 1) !== null)
      return { ...below, type: null, message: below.rest, at: at + 1, isKnown: false };
    if (!isNeovim || vim === null) return null;
    return {
      type: vim[1] ?? null,
      message: text.slice(front.length),
      file: "",
      line: null,
      at,
      isKnown: vim[1] !== undefined,
    };
  }
  if (place.rest === "" && lines[at + 1] === undefined) return null;
  if (place.rest.startsWith("in ")) return null;
  const type = vim?.[1] ?? null;
  return {
    type,
    message: place.rest,
    file: place.file,
    line: place.line,
    at,
    isKnown: lone !== null || isNeovim,
  };
}

/** Lines that a message may go on for. */
const messageReach = 12;

/** Index of `stack traceback:`; `null` when another error comes first, or none. */
function stackBelow(lines: readonly BlockLine[], at: number): number | null {
  for (let next = at + 1; next < lines.length && next - at <= messageReach; next += 1) {
    const text = lines[next]?.text.trim() ?? "";
    if (/^(?:stack traceback:|# stacktrace:|Traceback)$/i.test(text)) return next;
    if (executing.test(text) && readLuaPlace(text.replace(executing, "")) !== null) return null;
  }
  return null;
}

function readCalls(lines: readonly BlockLine[], from: number): { calls: Frame[]; next: number } {
  const calls: Frame[] = [];
  let next = from;
  for (; next < lines.length && calls.length < limits.frames; next += 1) {
    const text = lines[next]?.text.trim() ?? "";
    const call = readLuaCall(text) ?? readLazyCall(text);
    if (call !== null) calls.push(call);
    else if (
      !/^(?:\(\.\.\.tail calls\.\.\.\)|\.\.\.(?:\s|$)|\.\.\.\(skipping|coroutine \d{1,4}:)/.test(
        text,
      ) &&
      !(text === "" && calls.length === 0)
    )
      break;
  }
  return { calls, next };
}

/** lazy.nvim's own list: `- lua/telescope/init.lua:12 _in_ **setup**`. */
function readLazyCall(text: string): Frame | null {
  const found = /^- (\S{1,300}\.lua):(\d{1,7})(?: _in_ \*\*([^*]{1,120})\*\*)?$/.exec(text);
  if (found === null) return null;
  const file = found[1] ?? "";
  return { file, line: Number(found[2]), function: found[3] ?? null, ...luaOwner(file) };
}
