import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import { codeSpansAt } from "../text/code-spans.ts";
import { hasErrorWord, isErrorSentence } from "./error-sentence.ts";
import type { Family } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { isPrintedLine } from "./printed-line.ts";
import { isRuledOut } from "./prose-error.ts";

/**
 * An error without a type that a sentence quotes, for issues in which nothing else was found: `I get
 * the error "the lock was lost"`, or a sentence of an error's form below words that announce one.
 */
export const quotedSentence: Family = {
  name: "quoted sentence",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || isVerbatim(line) || line.text.length < 12) return null;
    if (line.container === "heading" || line.container === "comment") return null;
    const text = line.text.trim();
    const printed = withoutQuotes(text);
    if (line.announced === "error" && isErrorSentence(printed) && isPrintedLine(printed))
      return singleLineReading(lines, at, { ...untyped, kind: "line", message: printed });
    const message = quotedError(line);
    return message === null
      ? null
      : singleLineReading(lines, at, { ...untyped, kind: "inline", message });
  },
};

/** A line without the quotation marks that stand around the whole of it. */
function withoutQuotes(text: string): string {
  return /^(?:"[^"]+"|“[^“”]+”)$/.test(text) ? text.slice(1, -1) : text;
}

const untyped = { type: null, language: "other" } as const;

function quotedError({ text }: BlockLine): string | null {
  if (!happened.test(text)) return null;
  const own = ownForm(text);
  if (own !== null && !isRuledOut(text, own.column)) {
    const { text: quoted, column } = own;
    const before = text.slice(Math.max(0, column - 80), column);
    if (!unhappened.test(sentenceAround(text, column, quoted.length)) && isPointed(before))
      return quoted;
  }
  for (const { text: quoted, column } of [...codeSpansAt(text), ...quotations(text)]) {
    const before = text.slice(Math.max(0, column - 80), column);
    if (quoted.length > 400 || isRuledOut(text, column) || !isPrintedLine(quoted)) continue;
    const around = sentenceAround(text, column, quoted.length);
    if (!isExact(quoted) || unhappened.test(around)) continue;
    if (naming.test(before)) return quoted;
    if (telling.test(before) && (isErrorSentence(quoted) || hasErrorWord(quoted))) return quoted;
  }
  return null;
}

/** Words of Python's own that no one would write: they quote the names themselves. */
function ownForm(text: string): { text: string; column: number } | null {
  const found = /'\w{1,60}' object (?:has no attribute '\w{1,80}'|is not [a-z]{4,20})/.exec(text);
  return found === null ? null : { text: found[0], column: found.index };
}

function isPointed(before: string): boolean {
  return naming.test(before) || telling.test(before);
}

/** The sentence that quotes a text, without what it quotes. */
function sentenceAround(text: string, column: number, length: number): string {
  const before = text.slice(0, column);
  const behind = text.slice(column + length);
  const start = Math.max(...[". ", "! ", "? ", "。"].map((end) => before.lastIndexOf(end)));
  const end = /[.!?](?: [A-Z]|$)|。/.exec(behind)?.index ?? behind.length;
  return before.slice(start + 1) + behind.slice(0, end);
}

/** True for more than a phrase on a screen: it names a thing, or is long. */
function isExact(quoted: string): boolean {
  return /[\d:'"`_/\\@#<>=]|\w\.\w/.test(quoted) || quoted.split(" ", 7).length > 6;
}

const mostQuotations = 8;

/** What stands between quotation marks, each with the column of the first. */
function quotations(text: string): { text: string; column: number }[] {
  const found = text.matchAll(/["“„«]([^"“”„«»]{8,400})["”»]/g);
  return [...found.take(mostQuotations)].map((match) => ({
    text: (match[1] ?? "").trim(),
    column: match.index,
  }));
}

/** Words of something that took place; without them a sentence only speaks of an error. */
const happened =
  /\b(?:gets?|got|getting|gives?|gave|giving|sees?|saw|seeing|fails?|failed|failing|throws?|threw|throwing|shows?|showed|showing|says?|said|saying|prints?|printed|returns?|returned|receive[sd]?|receiving|occur(?:s|red)?|appear(?:s|ed)?|pops? up|popped up|complain(?:s|ed|ing)?|crash(?:es|ed|ing)?|errors? out|resulted|results|ends? (?:up )?with|stops? with|met|encountered|ran into|reports?|reported|error is|error was|error message is|message is)\b|报错|提示|出现|显示|遇到|抛出/i;

const unhappened =
  /\b(?:should|would|could|expect(?:ed|ing|s)?|improve|misleading|confusing|wording|unclear|better|helpful|nicer|typo|instead of|e\.g\.|for example|such as|documentation|docs)\b|应该|期望|希望|例如|比如/i;

/** The quotation is named an error right before it. */
const naming =
  /(?:\b(?:errors?|exception|error message|fails? with|failed with|failing with|crashes with|errors? out with)|报错|错误|异常)(?: (?:is|was|message|that|which|saying|says|said|like|of|about|stating|reading|text|:))*[ :：,，是为"“'`*]*$/i;

/** The quotation is told as what something says. */
const telling =
  /(?:\b(?:gets?|got|getting|gives?|gave|sees?|saw|seeing|throws?|threw|shows?|showed|says?|said|saying|prints?|printed|returns?|returned|received?|complain(?:s|ed|ing)? (?:about|that)|with|message|reports?|reported|states?|stating)|提示|显示|出现|返回)(?: (?:is|was|me|us|the|a|an|this|that|following|message|error|like|only|just|out|:))*[ :：,，"“'`*]*$/i;
