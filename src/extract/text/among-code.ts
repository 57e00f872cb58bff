import type { BlockLine } from "./block.ts";
import { indentOf } from "./block.ts";
import { isCodeLine } from "../reading/code-line.ts";
import { isCode } from "../reading/find-typed.ts";

/** Lines on either side that are looked at. */
const reach = 3;

/** True where much of what stands around a line is code, whatever the line itself looks like. */
export function isInSource(lines: readonly BlockLine[], at: number): boolean {
  const around = lines.slice(Math.max(0, at - wideReach), at + wideReach + 1);
  const texts = around.map(({ text }) => text.trim()).filter((text) => text !== "");
  const sources = texts.filter((text) => isCode(text) || isCodeLine(text) || isSource(text));
  return sources.length >= 3 && sources.length * 4 >= texts.length;
}

const wideReach = 5;

/** True for an indented line with code around it: the words of a docstring, or a value in a configuration. */
export function isAmongCode(lines: readonly BlockLine[], at: number): boolean {
  if (indentOf(lines[at]?.text ?? "") === 0) return false;
  const around = lines.slice(Math.max(0, at - reach), at + reach + 1);
  const texts = around.map(({ text }) => text.trim()).filter((text) => text !== "");
  return texts.filter((text) => isCode(text) || isCodeLine(text) || isSource(text)).length >= 2;
}

/** The marks around a docstring, a key with nothing or a plain value behind it. */
function isSource(text: string): boolean {
  return (
    /<<-?\\?["']?[A-Z]+|^EOF$/.test(text) ||
    /^(?:[rbf]?"""|'''|\/\*\*|[\w.-]{1,60}:$)/.test(text) ||
    /^[a-z][\w.-]{1,60}: [\w."'/-]{1,60}$/.test(text)
  );
}
