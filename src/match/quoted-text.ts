import type { ReportedError } from "../extract/error-report.ts";
import type { Extraction, ProseLine } from "../extract/extraction.ts";
import type { WordingHit } from "./wording-hit.ts";

/** Caps on hostile text: paragraphs that are looked into, and characters of one. */
const mostParagraphs = 200;
const longestParagraph = 4_000;
/** A shorter paragraph cannot hold a wording that is long enough to be known by itself. */
const shortestParagraph = 30;

/**
 * Paragraphs that may quote an error without its type, which no extractor can tell from a sentence:
 * only a known error's whole wording in them counts (`isQuoted`). Code that raises, logs or catches
 * is left out.
 */
export function listQuotedTexts({ prose, code }: Extraction): ReportedError[] {
  const paragraphs = [...paragraphsOf(prose, () => false), ...paragraphsOf(code, isStatement)];
  return paragraphs.slice(0, mostParagraphs).map((lines) => {
    const text = lines.map((line) => line.text).join("\n");
    return {
      type: null,
      message: lines[0]?.text ?? "",
      fullMessage: text.slice(0, longestParagraph),
      line: lines[0]?.line ?? 1,
    };
  });
}

/** Lines that follow each other, up to one that is left out. */
function paragraphsOf(
  lines: readonly ProseLine[],
  isLeftOut: (text: string) => boolean,
): ProseLine[][] {
  const paragraphs: ProseLine[][] = [];
  let before = -1;
  for (const line of lines) {
    const isOut = isLeftOut(line.text.slice(0, longestParagraph));
    if (!isOut && line.line === before + 1) paragraphs.at(-1)?.push(line);
    else if (!isOut) paragraphs.push([line]);
    before = isOut ? -1 : line.line;
  }
  return paragraphs.filter((paragraph) => {
    const length = paragraph.reduce((sum, { text }) => sum + text.length, 0);
    return length >= shortestParagraph;
  });
}

/** Characters of a wording that text outside any report must have in common with it. */
const leastQuotedCharacters = 30;

/** Whether a hit in a paragraph is a quoted error: all of it is there, and nobody wishes it were otherwise. */
export function isQuoted({ isWhole, characters, around }: WordingHit): boolean {
  return isWhole && characters >= leastQuotedCharacters && !isWish(around);
}

/** Sentences that speak about an error's text, or want another behavior. */
function isWish(text: string): boolean {
  return /\b(?:should|would be|could be|feature|propos|suggest|improve|clarif|document|wording|better (?:error|message))|建议|希望|改进|文档/i.test(
    text,
  );
}

/** Code that raises, catches, logs or compares an error's text. */
function isStatement(text: string): boolean {
  return /^\s*(?:#|\/\/|\*|[+-] )|\b(?:raise|throw|except|catch|assert|return|print|warn|logger|logging)\b|\w\(f?["'`]|=\s*f?["'`]|^\s*f?["'`]/.test(
    text,
  );
}
