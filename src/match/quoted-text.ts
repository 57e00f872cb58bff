import type { ErrorReport, ReportedError } from "../extract/error-report.ts";
import type { Extraction, ProseLine } from "../extract/extraction.ts";
import { isDiscussion } from "./discussion.ts";
import type { Subject } from "./subject.ts";
import type { WordingHit } from "./wording-hit.ts";

/** Caps on hostile text: paragraphs that are looked into, and characters of one. */
const mostParagraphs = 200;
const longestParagraph = 4_000;
/** A shorter paragraph cannot hold a wording that is long enough to be known by itself. */
const shortestParagraph = 30;

/**
 * Paragraphs that may quote an error without its type, which no extractor can tell from a sentence:
 * only a known error's whole wording in them counts (`isReported`). Left out are code that raises, logs
 * or catches, and lines that name another issue.
 */
export function listQuotedTexts({ prose, code }: Extraction): ReportedError[] {
  const paragraphs = [...paragraphsOf(prose, isAnotherIssue), ...paragraphsOf(code, isStatement)];
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
  isLeftOut: (text: string, above: string) => boolean,
): ProseLine[][] {
  const paragraphs: ProseLine[][] = [];
  let before = -1;
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]?.text ?? "";
    const isOut = isLeftOut(line.text.slice(0, longestParagraph), above.slice(0, longestParagraph));
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

/**
 * Whether a hit in text outside any report, or in an error within a sentence, is one that the
 * reporter has: the sentence does not only speak about it or list another issue with it, and without
 * a type all of the wording is there. Reports of other kinds always are.
 */
export function isReported(hit: WordingHit, subject: Subject, extraction: Extraction): boolean {
  const report = subject.report === null ? undefined : extraction.reports[subject.report];
  if (report !== undefined && report.kind !== "inline") return true;
  if (report !== undefined && isListed(report, extraction)) return false;
  const sentence = report === undefined ? hit.around : sentenceAround(report, extraction);
  if (isDiscussion(sentence) || isDiscussion(titleOf(extraction, report))) return false;
  return report !== undefined || (hit.isWhole && hit.characters >= leastQuotedCharacters);
}

/** The reporter's own words on the lines of a quoted error and next to them. */
function sentenceAround(report: ErrorReport, { prose }: Extraction): string {
  return prose
    .filter(({ line }) => line >= report.firstLine - 1 && line <= report.lastLine + 1)
    .map(({ text }) => text.replace(report.message, " "))
    .join("\n");
}

/** Whether the line of a quoted error names another issue first. */
function isListed({ firstLine }: ErrorReport, { prose }: Extraction): boolean {
  const line = prose.find((each) => each.line === firstLine);
  return line !== undefined && isAnotherIssue(line.text);
}

/** The title, unless the error itself stands there. */
function titleOf({ prose }: Extraction, report: ErrorReport | undefined): string {
  const [title] = prose;
  return title?.line === 1 && report?.line !== 1 ? title.text : "";
}

/**
 * Code that raises, catches, logs or compares an error's text, and lines of a diff; not the line of
 * source that Python prints below a warning.
 */
function isStatement(text: string, above: string): boolean {
  if (/\.py:\d{1,6}: \w{1,60}Warning: /.test(above) && /^ {2}\S/.test(text)) return false;
  return /^\s*(?:#|\/\/|\*|[+-])|\b(?:raise|throw|except|catch|assert|return|print|warn|logger|logging)\b|\w\(f?["'`]|=\s*f?["'`]|^\s*f?["']|^\s*`(?![^`]{1,80}` \w)/.test(
    text,
  );
}

/** A line that begins with the number of another issue: `- #102 ValueError: ...`. */
function isAnotherIssue(text: string): boolean {
  return /^[^\w#]{0,6}#\d{1,7}\b/.test(text);
}
