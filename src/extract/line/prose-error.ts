import type { BlockLine } from "../text/block.ts";
import { codeSpansAt } from "../text/code-spans.ts";
import type { Reading } from "../family.ts";
import type { FoundTyped } from "../reading/find-typed.ts";
import { findTyped } from "../reading/find-typed.ts";
import { lineReading, singleLineReading } from "../reading/line-reading.ts";
import { hasThreeWords } from "./error-sentence.ts";
import { languageOf } from "../reading/type-language.ts";
import { isErrorType } from "../reading/typed-message.ts";

/** Reads a typed error that a line of prose begins with or quotes; one that the sentence rules out is passed over. */
export function readProseError(lines: readonly BlockLine[], at: number): Reading | null {
  const line = lines[at];
  if (line === undefined || !/[:：]/.test(line.text) || isWish(line.text)) return null;
  // The row of a table lists errors.
  if (line.text.startsWith("|") && line.text.endsWith("|")) return null;
  for (const span of codeSpansAt(line.text)) {
    const found = findTyped(span.text);
    if (found === null || found.message === "" || isRuledOut(line.text, span.column)) continue;
    if (isOutputBefore(span.text.slice(0, found.column))) return inline(lines, at, found);
  }
  const text = spaced(line.text.replace(/^\s*(?:[-*+>]+|\d{1,2}[.)]) /, ""));
  const found = findAffirmed(text);
  if (found === null || found.message === "") return null;
  // `ValueError: ValueError` tells of an exception without a message.
  if (/^\w+/.exec(found.message)?.[0] === found.type) return null;
  // In prose a bare "Error:" is a label, unless a console's word or Node's code stands beside it.
  const isConsoles = /Uncaught|in promise|\bError \[[A-Z][A-Z0-9_]{2,60}\]: /.test(line.text);
  if (!isErrorType(found.type) && !isConsoles) return null;
  if (found.column === 0 && line.container !== "title") {
    const language = languageOf(found.type, found.message);
    return lineReading(lines, at, { ...withoutSentence(found), kind: "line", language });
  }
  if (found.column === 0) return inline(lines, at, found);
  return /\S+ \S+/.test(found.message) ? inline(lines, at, unquoted(found, text)) : null;
}

/** Typed by hand, a line may lack the blank behind the type: `RuntimeError:CUDA out of memory`. */
function spaced(text: string): string {
  const found = /^[A-Z]\w{2,80}(?:Error|Exception):(?=[^\s:])/.exec(text);
  if (found === null || !hasThreeWords(text.slice(found[0].length))) return text;
  return `${found[0]} ${text.slice(found[0].length)}`;
}

/** Errors that are looked at in one sentence. */
const mostErrors = 4;

/** The first typed error that the words before it do not rule out. */
function findAffirmed(text: string): FoundTyped | null {
  let from = 0;
  for (let errors = 0; errors < mostErrors; errors += 1) {
    const found = findTyped(text, from);
    if (found === null || !isRuledOut(text, found.column)) return found;
    from = found.column + found.type.length + 1;
  }
  return null;
}

/** True where the words before a column say that it is not this error: "This is not the `X` of the other issue". */
export function isRuledOut(text: string, column: number): boolean {
  return negation.test(text.slice(Math.max(0, column - 60), column));
}

const negation =
  /(?:\b(?:(?:do|does|did) not|don't|doesn't|didn't|no longer|never) (?:see|get|have|hit|raise|throw|show|print|mean)|\b(?:not|isn't|wasn't|no longer|instead of|rather than|unlike|never|different (?:from|to|than)|fixe[sd]|resolve[sd]|solve[sd]|(?:bug ?)?fix(?:\([\w-]{1,30}\))?:)|不是|并非|而非|不再是)(?: (?:the|a|an|this|that|same|usual|known|old|common|famous|original|issue|error|problem|with|like|about|one|from|of|related|to|getting|seeing|raising))*[ `"'“‘*]*$/i;

/** What may stand before the type in a program's output; anything with quotes or an equals sign is code. */
export function isOutputBefore(before: string): boolean {
  if (before.trim() === "") return true;
  return (
    !/["'`=;{}]|# |\/\/ /.test(before) &&
    /(?:[:\])>|] ?|Uncaught |\(in promise\) |error {1,2}|thread "[^"]*" )$/i.test(before)
  );
}

function inline(lines: readonly BlockLine[], at: number, found: FoundTyped): Reading {
  const { type, message: told } = withoutSentence(found);
  const calls = firstCall.exec(told)?.index ?? -1;
  const message = calls < 1 ? told : told.slice(0, calls);
  const language = languageOf(type, message);
  return singleLineReading(lines, at, { type, message, kind: "inline", language });
}

/** The calls of a JavaScript stack that a title joined to its message: ` at render (app.js:5:1)`. */
const firstCall =
  / at (?:new |async )?[\w$.<>]{1,80} \([^()\s]{1,200}\.[cm]?[jt]sx?(?:\?\w{1,40})?:\d{1,7}(?::\d{1,7})?\)/;

/** A sentence's own quotes around the error are not the message's. */
function unquoted(found: FoundTyped, text: string): FoundTyped {
  const quote = /["'“‘«]\s*$/.exec(text.slice(0, text.indexOf(found.type)))?.[0].trim();
  const close = { '"': '"', "'": "'", "“": "”", "‘": "’", "«": "»" }[quote ?? ""];
  const end = close === undefined ? -1 : closingQuote(found.message, close);
  if (end >= 0) return { ...found, message: found.message.slice(0, end).trim() };
  const inBrackets = bracketed(found, text);
  if (inBrackets !== null) return { ...found, message: inBrackets };
  const ownWords = reporterWords.exec(found.message)?.index ?? -1;
  return ownWords < 1 ? found : { ...found, message: found.message.slice(0, ownWords).trim() };
}

/** The message of an error that a sentence puts in brackets: `the problem [ ValueError: x]. I tried`. */
function bracketed({ message, column }: FoundTyped, text: string): string | null {
  const end = message.indexOf("]");
  if (end < 1 || !/\[\s*$/.test(text.slice(Math.max(0, column - 4), column))) return null;
  const isOwn =
    !message.slice(0, end).includes("[") && /^(?:[.,;!?]|\s|$)/.test(message.slice(end + 1));
  return isOwn ? message.slice(0, end).trim() : null;
}

/**
 * Index of the quote that ends a message: an apostrophe within a word ends nothing, and neither does
 * a quote of the message's own, which opens behind a blank or a bracket. -1 when none does.
 */
function closingQuote(message: string, close: string): number {
  let depth = 1;
  for (let at = message.indexOf(close); at >= 0; at = message.indexOf(close, at + 1)) {
    const before = message.charAt(at - 1);
    const behind = message.charAt(at + 1);
    if (/\w/.test(before) && /\w/.test(behind)) continue;
    depth += /^[\s([{=]?$/.test(before) && /\S/.test(behind) ? 1 : -1;
    if (depth === 0) return at;
  }
  return message.lastIndexOf(close);
}

/** How a reporter's sentence goes on behind a message that it quotes without marks. */
const reporterWords =
  /[.,;]? (?:when|if|while|after|whenever|every time|even though|but|because|since) (?:I|i|we|you|my|trying|running|using)\b| in (?:cell|(?:the|my) (?:\w+ )?(?:cell|notebook|code|project))\b|[.!?] (?:I|We|This|How|Why|Any|Is|Can|Please|Has|What|Does|My|Mine)\b|, (?:not|how|why|what|which|while|but) /;

/** Punctuation of Chinese, or words with which a sentence goes on without any. */
const sentenceMark = /[，。；！？、（]|这|该|怎么|如何|请问|求助|的?(?:报错|错误|问题)/;

/** A Chinese sentence that goes on behind a message in Latin letters is the reporter's. */
function withoutSentence(found: FoundTyped): FoundTyped {
  const end = sentenceMark.exec(found.message)?.index ?? -1;
  const isLatin = end > 0 && !/\p{Script=Han}/u.test(found.message.slice(0, end));
  if (!isLatin || !/\p{Script=Han}/u.test(found.message.slice(end))) return found;
  return { ...found, message: withoutOuterQuote(found.message.slice(0, end)).trim() };
}

/** Without a closing quote that nothing in the message opens: it is the sentence's. */
function withoutOuterQuote(message: string): string {
  const last = message.slice(-1);
  const open = { "”": "“", "’": "‘", "」": "「", '"': '"', "'": "'" }[last];
  if (open === undefined) return message;
  const closings = message.split(last).length - 1;
  const openings = message.split(open).length - 1;
  const isOwn = open === last ? closings % 2 === 0 : openings >= closings;
  return isOwn ? message : message.slice(0, -1);
}

/** Sentences that ask for an error, or speak of a cured one. */
export function isWish(text: string): boolean {
  return /\b(?:should|must|would|could|expected to) (?:be |also |now |instead )?(?:throw|raise|fail|give|print|return|report|show|see)/i.test(
    text,
  );
}
