import type { BlockLine } from "../text/block.ts";
import { indentOf } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { ownerOf } from "../reading/frame-package.ts";
import { limits } from "../limits.ts";

/**
 * Poetry's errors: the type alone on a line, the message between blank lines, the place (`at
 * ~/poetry/solver.py:159 in _solve`); or, as Poetry 1.2 and later print it, the solver's sentence alone.
 */
export const poetry: Family = {
  name: "Poetry",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    const indent = indentOf(text);
    if (text.startsWith("Because ", indent)) return readSentence(lines, at);
    if (lines[at + 1]?.text !== "" || text.includes(" ", indent)) return null;
    return /^ {0,8}[A-Z]\w{2,80}$/.test(text) ? readTyped(lines, at) : null;
  },
};

/** Lines over which a message may go on. */
const longestMessage = 40;

const conclusion = "version solving failed.";

function readSentence(lines: readonly BlockLine[], at: number): ReturnType<Family["read"]> {
  for (let next = at; next < Math.min(lines.length, at + longestMessage); next += 1) {
    const text = lines[next]?.text.trim() ?? "";
    if (text === "" && !isSolverLine(lines[next + 1])) return null;
    if (!text.endsWith(conclusion)) continue;
    // Dart's pub, which has the same solver, names what its own kit brings.
    if (/\bsdk\b|flutter/i.test(text)) return null;
    return readingOf(lines, { at, first: at, end: next + 1, type: null, frame: null });
  }
  return null;
}

function isSolverLine(line: BlockLine | undefined): boolean {
  return /^(?:So,? |And |Because |Thus|\s*\(\d+\) )/.test(line?.text ?? "");
}

function readTyped(lines: readonly BlockLine[], at: number): ReturnType<Family["read"]> {
  const indent = indentOf(lines[at]?.text ?? "");
  if (indentOf(lines[at + 2]?.text ?? "") !== indent) return null;
  for (let next = at + 3; next < Math.min(lines.length, at + longestMessage); next += 1) {
    const text = lines[next]?.text ?? "";
    if (text !== "" && indentOf(text) < indent) return null;
    const place = /^at (.{1,300}):(\d{1,7}) in (\S{1,100})$/.exec(text.slice(indent));
    if (place === null) continue;
    const file = place[1] ?? "";
    const frame = { file, line: Number(place[2]), function: place[3] ?? null, ...ownerOf(file) };
    const type = (lines[at]?.text ?? "").trim();
    return readingOf(lines, { at, first: at + 2, end: next, type, frame });
  }
  return null;
}

interface Place {
  at: number;
  /** Index of the message's first line, and behind its last one. */
  first: number;
  end: number;
  type: string | null;
  frame: Frame | null;
}

function readingOf(
  lines: readonly BlockLine[],
  { at, first, end, type, frame }: Place,
): ReturnType<Family["read"]> {
  const texts = lines.slice(first, end).map(({ text }) => text.trim());
  const fullMessage = texts.join("\n").trim().slice(0, limits.fullMessage);
  const firstLine = lines[at]?.line ?? 1;
  const next = frame === null ? end : end + 1;
  return {
    draft: {
      type,
      message: texts[0] ?? "",
      fullMessage,
      line: firstLine,
      language: "python",
      kind: frame === null ? "build" : "tb",
      frames: frame === null ? [] : [frame],
      causes: [],
      firstLine,
      lastLine: lines[next - 1]?.line ?? firstLine,
    },
    next,
  };
}
