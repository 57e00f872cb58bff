/**
 * Characters whose simple case folding differs from lower-casing their upper case
 * (Unicode CaseFolding.txt, statuses C and S; what RE2 engines compare by under `(?i)`).
 */
const exceptions = new Map([
  ["\u0131", "\u0131"],
  ["\u1fd3", "\u0390"],
  ["\u1fe3", "\u03b0"],
  ["\ufb06", "\ufb05"],
]);

/** Quotes of every kind that programs, editors and keyboards put around the same name. */
const quotes = "'\"`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u00ab\u00bb";
const quoteUnits = new Set(Array.from(quotes, (quote) => quote.charCodeAt(0)));

/** What has to be rewritten, short of quotes that are straight; other scripts may hold more of it. */
const irregular = /["`\t-\r]|[^\x00-\x7f]| {2}/;

/** Folded code of each UTF-16 unit, one higher so that 0 means "not yet computed". */
const folded = new Uint32Array(0x1_00_00);

/** Text as patterns see it: quotes are `'`, white space runs are one space, none at the ends. */
export interface PlainText {
  text: string;
  /** Offset in `text` at which each line of the source begins. */
  lineStarts: number[];
}

/** Case-folded UTF-16 unit; units outside of the BMP's letters stay as they are. */
export function foldUnit(unit: number): number {
  if (unit < 0x80) {
    return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
  }
  const known = folded[unit] ?? 0;
  if (known !== 0) {
    return known - 1;
  }
  const result = computeFold(unit);
  folded[unit] = result + 1;
  return result;
}

/** Case-folded text of the same length, equal exactly where an RE2 engine's `(?i)` sees equal text. */
export function foldCase(text: string): string {
  if (isAscii(text)) {
    return text.toLowerCase();
  }
  let result = "";
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const lower = foldUnit(unit);
    if (lower !== unit) {
      result += text.slice(from, index) + String.fromCharCode(lower);
      from = index + 1;
    }
  }
  return result + text.slice(from);
}

/** One line for patterns to run on, with straight quotes and single spaces; keeps the case. */
export function plainText(text: string): PlainText {
  return squeeze(text, "'");
}

/** The form in which wordings are compared: as `plainText`, without any quotes, case-folded. */
export function wordingText(text: string): PlainText {
  const { text: plain, lineStarts } = squeeze(text, "");
  return { text: foldCase(plain), lineStarts };
}

/** Whether a text is plain ASCII, which the runtime folds and searches fastest. */
export function isAscii(text: string): boolean {
  return !/[^\x00-\x7f]/.test(text);
}

/** 0-based line of the source on which an offset of the plain text lies. */
export function lineAt(plain: PlainText, offset: number): number {
  return Math.max(
    0,
    plain.lineStarts.findLastIndex((start) => start <= offset),
  );
}

/** Whether a UTF-16 unit is one of the quotes that count as equal. */
export function isQuote(unit: number): boolean {
  return unit < 0x80 ? unit === 0x27 || unit === 0x22 || unit === 0x60 : quoteUnits.has(unit);
}

/** Whether a UTF-16 unit is white space, for any regex dialect. */
export function isSpace(unit: number): boolean {
  if (unit < 0x80) {
    return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  }
  return (
    unit === 0x85 ||
    unit === 0xa0 ||
    (unit >= 0x20_00 && unit <= 0x20_0b) ||
    unit === 0x20_28 ||
    unit === 0x20_29 ||
    unit === 0x20_2f ||
    unit === 0x20_5f ||
    unit === 0x30_00 ||
    unit === 0xfe_ff
  );
}

function computeFold(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd8_00 && unit <= 0xdf_ff) {
    return unit;
  }
  const exception = exceptions.get(character);
  if (exception !== undefined) {
    return exception.charCodeAt(0);
  }
  const upper = character.toUpperCase();
  const lower = (upper.length === 1 ? upper : character).toLowerCase();
  return (lower.length === 1 ? lower : character).charCodeAt(0);
}

function squeeze(text: string, quote: string): PlainText {
  if (!irregular.test(text) && (quote === "'" || !text.includes("'"))) {
    return { text: text.trim(), lineStarts: [0] };
  }
  const parts: string[] = [];
  const lineStarts = [0];
  let length = 0;
  let pendingSpace = false;
  let from = -1;
  const flush = (end: number): void => {
    if (from >= 0) {
      parts.push(text.slice(from, end));
      from = -1;
    }
  };
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (isSpace(unit)) {
      flush(index);
      pendingSpace = length > 0;
      if (unit === 0x0a) {
        lineStarts.push(length + (pendingSpace ? 1 : 0));
      }
      continue;
    }
    const isMark = isQuote(unit);
    if (isMark && quote === "") {
      flush(index);
      continue;
    }
    if (pendingSpace) {
      parts.push(" ");
      length += 1;
      pendingSpace = false;
    }
    length += 1;
    if (isMark) {
      flush(index);
      parts.push(quote);
    } else if (from < 0) {
      from = index;
    }
  }
  flush(text.length);
  return { text: parts.join(""), lineStarts };
}
