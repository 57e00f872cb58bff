import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import { isCodeFrameLine } from "./code-frame.ts";
import { readScriptFrame } from "../javascript/javascript-frame.ts";
import { readToolType } from "./tool-error.ts";

/** Lines below a failed test's title in which something has to show that it is one. */
const reach = 80;

/** A test's failure goes on as long as its lines stand deeper than its title: true for one that does not. */
export function isBesides(line: BlockLine | undefined, indent: number): boolean {
  return line === undefined || (line.text !== "" && indentOf(line.text) <= indent);
}

/**
 * True when the lines from `errorAt` on are what a test runner prints below a title: an error with
 * a type, a call, source, a comparison. A list that a person wrote has none of them.
 */
export function hasFailure(lines: readonly BlockLine[], errorAt: number, indent: number): boolean {
  for (let index = errorAt; index < lines.length && index - errorAt < reach; index += 1) {
    const line = lines[index];
    if (line === undefined || isBesides(line, indent)) return false;
    if (index === errorAt && readToolType(line.text) !== null) return true;
    if (readScriptFrame(line.text) !== null || isCodeFrameLine(line.text)) return true;
    if (/^\s*(?:Expected|Received)(?: \w{1,20})?: /.test(line.text)) return true;
  }
  return false;
}
