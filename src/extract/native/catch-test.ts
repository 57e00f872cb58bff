import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";

/**
 * Failures of Catch2 (`a.cpp:12: FAILED:` with the assertion and its expansion), doctest (`a.cpp:12: ERROR: CHECK( a
 * == b ) is NOT correct!`) and Boost.Test (`a.cpp(12): error: in "suite/test": check a == b has failed`).
 */
export const catchTest: Family = {
  name: "catch test",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isVerbatim(line)) return null;
    const text = line.text.trim();
    if (text.endsWith(": FAILED:")) return readCatch(lines, at, text);
    if (text.includes(": ERROR: ") || text.includes(": FATAL ERROR: "))
      return readDoctest(lines, at, text);
    return text.includes('error: in "') ? readBoost(lines, at, text) : null;
  },
};

function readCatch(
  lines: readonly BlockLine[],
  at: number,
  text: string,
): ReturnType<typeof spanReading> | null {
  const place = /^(\S.{0,300}):(\d{1,7}): FAILED:$/.exec(text);
  if (place === null) return null;
  const next = endOfParagraph(lines, at);
  const texts = lines.slice(at + 1, next).map((line) => line.text.trim());
  if (texts.length === 0) return null;
  const fullMessage = texts.join("\n").slice(0, limits.fullMessage);
  const findings: Findings = {
    type: "FAILED",
    message: texts[0] ?? "",
    fullMessage,
    kind: "test",
    language: "c",
  };
  return spanReading(lines, { at, next }, { ...findings, frames: [frameAt(place, null)] });
}

function readDoctest(
  lines: readonly BlockLine[],
  at: number,
  text: string,
): ReturnType<typeof spanReading> | null {
  const found =
    /^(\S.{0,300})[:(](\d{1,7})\)?: ((?:FATAL )?ERROR): (?=(?:CHECK|REQUIRE|WARN|test case|\S+\( ))/.exec(
      text,
    );
  if (found === null) return null;
  const message = text.slice(found[0].length);
  const next = endOfParagraph(lines, at);
  const below = lines.slice(at + 1, next).map((line) => line.text.trim());
  const fullMessage = [message, ...below].join("\n").slice(0, limits.fullMessage);
  const findings: Findings = {
    type: found[3] ?? null,
    message,
    fullMessage,
    kind: "test",
    language: "c",
  };
  return spanReading(lines, { at, next }, { ...findings, frames: [frameAt(found, null)] });
}

function readBoost(
  lines: readonly BlockLine[],
  at: number,
  text: string,
): ReturnType<typeof spanReading> | null {
  const found = /^(\S.{0,300})\((\d{1,7})\): ((?:fatal )?error): in "([^"]{1,300})": (?=\S)/.exec(
    text,
  );
  if (found === null) return null;
  const message = text.slice(found[0].length);
  const findings: Findings = { type: found[3] ?? null, message, kind: "test", language: "c" };
  return spanReading(
    lines,
    { at, next: at + 1 },
    { ...findings, frames: [frameAt(found, found[4] ?? null)] },
  );
}

function frameAt(place: RegExpExecArray, called: string | null): Frame {
  return {
    file: place[1] ?? null,
    line: Number(place[2]),
    function: called,
    inLibrary: false,
    package: null,
  };
}

/** Lines that one failure may have. */
const longest = 60;

function endOfParagraph(lines: readonly BlockLine[], at: number): number {
  let next = at + 1;
  while (next - at < longest && /^\s*[^\s=-]/.test(lines[next]?.text ?? "")) next += 1;
  return next;
}
