import type { BlockLine } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { phpCall } from "./php-place.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";
import { readTypedMessage } from "../reading/typed-message.ts";

/**
 * Failed tests of PHPUnit: `1) App\CartTest::testOpen`, the message, `/srv/CartTest.php:12`
 * (https://github.com/sebastianbergmann/phpunit/blob/main/src/TextUI/Output/Default/ResultPrinter.php).
 */
export const phpunit: Family = {
  name: "phpunit",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    if (!text.includes("::") || !/^\d{1,5}\) [\w\\]{1,200}::\w{1,200}/.test(text)) return null;
    const first = firstCall(lines, at + 1);
    if (first === null || isHarmless(lines, at)) return null;
    const { frames, next } = readCalls(lines, first);
    return readingOver(
      lines,
      { at, next },
      {
        error: errorIn(lines, { at: at + 1, next: first }),
        language: "php",
        kind: "test",
        frames: frames.toReversed(),
      },
    );
  },
};

/** Lines of a message with its difference, before the first call. */
const reach = 80;

function firstCall(lines: readonly BlockLine[], from: number): number | null {
  for (let at = from; at < lines.length && at - from < reach; at += 1) {
    const text = lines[at]?.text ?? "";
    if (callIn(text) !== null) return at;
    if (/^\d{1,5}\) [\w\\]{1,200}::/.test(text)) return null;
  }
  return null;
}

function callIn(text: string): Frame | null {
  const found = /^((?:[A-Za-z]:)?[^\s:()]{1,300}\.php):(\d{1,7})$/.exec(text);
  return found === null
    ? null
    : { ...phpCall(found[1] ?? "", Number(found[2]), ""), function: null };
}

/** Risky, skipped and incomplete tests are listed in the same way below a heading of their own. */
function isHarmless(lines: readonly BlockLine[], at: number): boolean {
  for (let above = at - 1; above >= 0 && at - above < 200; above -= 1) {
    const heading = /^There (?:was|were) \d{1,6} (.{1,40}?)s?:$/.exec(
      lines[above]?.text ?? "",
    )?.[1];
    if (heading !== undefined) return !/failure|error/.test(heading);
  }
  return false;
}

function readCalls(lines: readonly BlockLine[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let next = from;
  for (; next < lines.length; next += 1) {
    const frame = callIn(lines[next]?.text ?? "");
    if (frame === null) break;
    frames.push(frame);
  }
  return { frames, next };
}

/** An exception's type stands in front of its message; a failed assertion has none. */
function errorIn(lines: readonly BlockLine[], span: { at: number; next: number }) {
  const text = lines[span.at]?.text ?? "";
  const typed = readTypedMessage(text);
  const isType = typed !== null && /^(?:[A-Z]\w*\\)*[A-Z]\w*$/.test(typed.type);
  return errorOver(lines, span, isType ? typed : { type: null, message: text });
}
