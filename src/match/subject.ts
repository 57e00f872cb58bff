import type { ErrorReport, Language, ReportedError } from "../extract/error-report.ts";
import type { Extraction } from "../extract/extraction.ts";
import { lastPart } from "../extract/reading/typed-message.ts";
import { foldCase, plainText, wordingText } from "./fold.ts";
import type { PlainText } from "./fold.ts";
import { listQuotedTexts } from "./quoted-text.ts";

/** One reported error in the forms in which it is compared: `type: message`, or the message alone. */
export interface Subject {
  error: ReportedError;
  /** Index of its report in the extraction; `null` for text that only quotes an error. */
  report: number | null;
  /** Of its report; `other` for text that only quotes an error. */
  language: Language;
  /** True for an error that led to the reported one. */
  isCause: boolean;
  /** For patterns. */
  plain: PlainText;
  /** Case-folded `plain`, of the same length. */
  folded: string;
  /** For wordings. */
  wording: PlainText;
  /** Offset in `wording` at which the message begins. */
  messageStart: number;
}

/** Where a match stands in the issue. */
export interface Place {
  line: number;
  text: string;
}

/** Caps on hostile reports: errors that are compared, and characters of all of them and of one. */
const mostSubjects = 350;
const mostCharacters = 64_000;
const longestMessage = 4_000;

/**
 * Every reported error with its causes, the primary report first, then in document order; behind
 * them text that may quote an error.
 */
export function listSubjects(extraction: Extraction): Subject[] {
  const subjects: Subject[] = [];
  let characters = 0;
  for (const [report, isCause, error] of listErrors(extraction)) {
    const text = printed(error).slice(0, longestMessage);
    characters += text.length;
    if (subjects.length >= mostSubjects || characters > mostCharacters) {
      break;
    }
    const language = report === null ? "other" : (extraction.reports[report]?.language ?? "other");
    subjects.push({ ...toSubject(error, text), report, language, isCause });
  }
  return subjects;
}

/** The line of the issue on which an offset of a subject's text lies, as it was reported. */
export function placeOf(error: ReportedError, line: number): Place {
  const text = printed(error).split("\n")[line] ?? "";
  return { line: error.line + line, text: text.trim() };
}

/** Offsets in `plain` at which an anchored pattern may begin: the whole, without module path, without type. */
export function anchorOffsets({ error }: Subject): number[] {
  const type = error.type ?? "";
  return type === "" ? [0] : [0, type.length - lastPart(type).length, type.length + 2];
}

function* listErrors(extraction: Extraction): Generator<[number | null, boolean, ReportedError]> {
  const order = [...extraction.reports.keys()].sort(
    (left, right) => Number(right === extraction.primary) - Number(left === extraction.primary),
  );
  for (const index of order) {
    const report: ErrorReport | undefined = extraction.reports[index];
    if (report !== undefined) {
      yield [index, false, report];
      yield* report.causes.map((cause): [number, boolean, ReportedError] => [index, true, cause]);
    }
  }
  for (const quoted of listQuotedTexts(extraction)) {
    yield [null, false, quoted];
  }
}

function printed({ type, fullMessage, message }: ReportedError): string {
  const text = fullMessage === "" ? message : fullMessage;
  if (type === null || type === "") {
    return text;
  }
  return text === "" ? type : `${type}: ${text}`;
}

function toSubject(
  error: ReportedError,
  text: string,
): Omit<Subject, "report" | "language" | "isCause"> {
  const plain = plainText(text);
  const wording = wordingText(text);
  const prefix = error.type === null || error.type === "" ? "" : `${error.type}: `;
  return {
    error,
    plain,
    folded: foldCase(plain.text),
    wording,
    messageStart: Math.min(wordingText(`${prefix}x`).text.length - 1, wording.text.length),
  };
}
