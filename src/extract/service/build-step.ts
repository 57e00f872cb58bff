import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family, Reading } from "../family.ts";
import { isRuledOut, isWish } from "../line/prose-error.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/**
 * A failed step of an image's build: BuildKit's `failed to solve: x`, the classic builder's `The
 * command '/bin/sh -c x' returned a non-zero code: 1`; what the command itself printed is a report of
 * its own. https://github.com/moby/buildkit/blob/master/solver/errdefs/solve.go
 */
export const buildStep: Family = {
  name: "build step",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isCandidate(line)) return null;
    const text = line.text.trim();
    if (!isVerbatim(line)) return readTold(lines, at);
    if (isStepEnd(text) && isSummedUp(lines, at)) return { draft: null, next: at + 1 };
    const found = readStep(text) ?? readSolve(text) ?? readClassic(text);
    return found && singleLineReading(lines, at, { ...found, kind: "build", language: "other" });
  },
};

/** A builder's own words in prose: on a line of their own, or where a sentence quotes them behind a colon. */
function readTold(lines: readonly BlockLine[], at: number): Reading | null {
  const line = lines[at];
  if (line?.container !== "prose" || isWish(line.text)) return null;
  const text = line.text.trim();
  const from = text.indexOf("failed to solve: ");
  const head = from < 0 ? null : /(?:^|[:：] ?)(ERROR|Error|error): $/.exec(text.slice(0, from));
  const code = /^: exit code: \d{1,3}/.exec(text.slice(text.indexOf(": exit code: ", from)));
  if (head === null || code === null || isRuledOut(text, head.index)) return null;
  const kind = head.index === 0 ? "build" : "inline";
  const message = text.slice(from, text.indexOf(code[0], from) + code[0].length);
  return singleLineReading(lines, at, { type: head[1] ?? null, message, kind, language: "other" });
}

function isCandidate({ text }: BlockLine): boolean {
  return (
    text.includes("failed to solve: ") ||
    text.includes("returned a non-zero code: ") ||
    isStepEnd(text)
  );
}

/** `#12 ERROR: process "/bin/sh -c x" did not complete successfully: exit code: 1` at the step itself. */
function isStepEnd(text: string): boolean {
  return text.startsWith("#") && text.includes(" did not complete successfully: exit code: ");
}

/** Lines in which the same is said again as the end of the whole build. */
const sumReach = 80;

function isSummedUp(lines: readonly BlockLine[], at: number): boolean {
  return lines
    .slice(at + 1, at + 1 + sumReach)
    .some(({ text }) => text.includes("failed to solve: "));
}

function readStep(text: string): { type: string | null; message: string } | null {
  const found = /^#\d{1,4} (ERROR): (?=process ")/.exec(text);
  return found === null ? null : { type: found[1] ?? null, message: text.slice(found[0].length) };
}

/** `ERROR: failed to solve: x`, compose's `target web: failed to solve: x`, older `failed to solve with frontend y: x`. */
function readSolve(text: string): { type: string | null; message: string } | null {
  const found =
    /^(?:(ERROR|Error|error): ?)?(?:target [\w.-]{1,80}: )?(?=failed to solve: \S)/.exec(text);
  if (found === null) return null;
  return { type: found[1] ?? null, message: text.slice(found[0].length) };
}

function readClassic(text: string): { type: string | null; message: string } | null {
  const found =
    /^(?:(ERROR|Error): (?:Service '[^']{1,80}' failed to build ?: )?)?(?=The command '.{1,2000}' returned a non-zero code: \d)/.exec(
      text,
    );
  if (found === null) return null;
  return { type: found[1] ?? null, message: text.slice(found[0].length) };
}
