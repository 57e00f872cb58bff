import type { BlockLine } from "../text/block.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { readRubyCall } from "./ruby-place.ts";
import { isRubyType } from "./ruby-type.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Failed tests of Minitest and test-unit: `1) Failure:` or `Error:`, the test's name and place, the
 * message (https://github.com/minitest/minitest/blob/master/lib/minitest.rb).
 */
export const minitest: Family = {
  name: "minitest",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    if (!text.endsWith("Failure:") && !text.endsWith("Error:")) return null;
    if (!/^\s*(?:\d{1,5}\) )?(?:Failure|Error):$/.test(text)) return null;
    const name = lines[at + 1]?.text.trim() ?? "";
    const named = /^[A-Z][\w:]{0,200}#[^\s[]{1,200}(?: \[([^\]]{1,300}):(\d{1,7})\])?:$/.exec(name);
    if (named === null || (lines[at + 2]?.text ?? "").trim() === "") return null;
    const next = endOf(lines, at + 2);
    const calls = lines.slice(at + 2, next).flatMap((line) => readRubyCall(line.text) ?? []);
    const place = readRubyCall(`${named[1] ?? ""}:${named[2] ?? ""}`);
    const words = lines.slice(at + 2, next).findIndex((line) => readRubyCall(line.text) !== null);
    return readingOver(
      lines,
      { at, next },
      {
        error: errorIn(lines, { at: at + 2, next: words < 0 ? next : at + 2 + words }),
        language: "ruby",
        kind: "test",
        frames: place === null ? calls.toReversed() : [place],
      },
    );
  },
};

function endOf(lines: readonly BlockLine[], from: number): number {
  let next = from;
  while (
    next < lines.length &&
    next - from < limits.messageLines &&
    lines[next]?.text.trim() !== ""
  )
    next += 1;
  return next;
}

function errorIn(lines: readonly BlockLine[], span: { at: number; next: number }) {
  const text = lines[span.at]?.text.trim() ?? "";
  const colon = text.indexOf(":", /^[\w:]{1,160}(?=: |:$)/.exec(text)?.[0].length ?? 0);
  const type = text.slice(0, Math.max(0, colon));
  if (!isRubyType(type)) return errorOver(lines, span, { type: null, message: text });
  return errorOver(lines, span, { type, message: text.slice(colon + 1).trim() });
}
