import { foldUnit, isQuote, isSpace } from "./fold.ts";

/**
 * A text in the form in which literals are looked up: as `wordingText`, but each of its lines ends
 * in a line feed.
 */
export interface FoldedUnits {
  units: Uint16Array;
  length: number;
  /** For each `2 ** hanBlock` units whether one of them is from `firstHan` up. */
  hanBlocks: Uint8Array;
  /** Where its lines begin, the first one left out: offsets in `units` and in the text. */
  lineStarts: Uint32Array;
  lineSources: Uint32Array;
  /** Number of the offsets above. */
  lines: number;
}

/** Units from here on are Chinese, Japanese or Korean, or rarer still. */
export const firstHan = 0x2e_80;
export const hanBlock = 6;

const space = 0x20;
const lineFeed = 0x0a;
const quote = 0x27;
const dropped = 0xff_ff;
const isBigEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

/** What each UTF-16 unit becomes, as far as it was needed; 0 where it was not. */
const becomes = new Uint16Array(0x1_00_00);

/** What two ASCII units become that follow one another, each in a half of its own, with flags. */
const pairs = new Uint32Array(0x40_00);
/** The first is a space, which another one in front would swallow; in the upper half: the second is. */
const isSpaceFlag = 0x40_00;
/** One of them is dropped or ends a line, or both are spaces. */
const isSpecial = 0x80_00;
fillPairs();

/** Reused for each text: fresh arrays of this size cost as much as the folding. */
/** The text, two units in each number, the first one in the lower half. */
let source = new Uint32Array(0);
let sourceBytes = Buffer.from(source.buffer);
const scratch: FoldedUnits & { afterSpace: number } = {
  units: new Uint16Array(0),
  length: 0,
  hanBlocks: new Uint8Array(0),
  lineStarts: new Uint32Array(0),
  lineSources: new Uint32Array(0),
  lines: 0,
  afterSpace: 0,
};

/** Folds a text. Valid until the next text is folded. */
export function foldUnits(text: string): FoldedUnits {
  prepareScratch(text);
  for (let at = 0; at < text.length; at = foldKnown(at, text.length)) {
    const both = source[at >>> 1] ?? 0;
    becomes[both & 0xff_ff] = computeUnit(both & 0xff_ff);
    becomes[both >>> 16] = computeUnit(both >>> 16);
  }
  return scratch;
}

/**
 * Folds two units at a time where both are ordinary, up to some that are not in `becomes` yet; gives
 * their offset. It calls nothing, so that the engine keeps the arrays in registers.
 */
function foldKnown(from: number, end: number): number {
  const { units, hanBlocks, lineStarts, lineSources } = scratch;
  const input = source;
  let { length, lines, afterSpace } = scratch;
  let at = from;
  for (; at < end; at += 2) {
    const both = input[at >>> 1] ?? 0;
    if ((both & 0xff_80_ff_80) === 0) {
      const pair = pairs[(both | (both >>> 9)) & 0x3f_ff] ?? 0;
      if ((pair & (isSpecial | afterSpace)) === 0) {
        units[length] = pair & 0x7f;
        units[length + 1] = (pair >>> 16) & 0x7f;
        length += 2;
        afterSpace = (pair >>> 16) & isSpaceFlag;
        continue;
      }
    }
    const first = becomes[both & 0xff_ff] ?? 0;
    const second = becomes[both >>> 16] ?? 0;
    if (first === 0 || second === 0) {
      break;
    }
    for (let offset = at; offset < at + 2; offset++) {
      const unit = offset === at ? first : second;
      if (unit === dropped || (unit === space && afterSpace !== 0)) {
        continue;
      }
      units[length] = unit;
      length += 1;
      afterSpace = unit === space || unit === lineFeed ? isSpaceFlag : 0;
      if (unit === lineFeed) {
        lineStarts[lines] = length;
        lineSources[lines] = offset + 1;
        lines += 1;
      } else if (unit >= firstHan) {
        hanBlocks[(length - 1) >>> hanBlock] = 1;
      }
    }
  }
  scratch.length = length;
  scratch.lines = lines;
  scratch.afterSpace = afterSpace;
  return at;
}

function computeUnit(unit: number): number {
  if (unit === lineFeed) {
    return lineFeed;
  }
  if (isSpace(unit)) {
    return space;
  }
  // NUL would look like a unit that is not known yet.
  return isQuote(unit) || unit === 0 ? dropped : foldUnit(unit);
}

function fillPairs(): void {
  const halves = Array.from({ length: 0x80 }, (_, unit) => pairHalf(computeUnit(unit)));
  for (let index = 0; index < pairs.length; index++) {
    const first = halves[index & 0x7f] ?? 0;
    const second = halves[index >>> 7] ?? 0;
    const isOrdinary =
      first !== isSpecial && second !== isSpecial && (first & second & isSpaceFlag) === 0;
    pairs[index] = isOrdinary ? first | (second << 16) : isSpecial;
  }
}

function pairHalf(unit: number): number {
  if (unit === dropped || unit === lineFeed) {
    return isSpecial;
  }
  return unit === space ? unit | isSpaceFlag : unit;
}

/** Copies the text, whose units are much slower to read one by one from a string of unknown kind. */
function prepareScratch(text: string): void {
  const { length } = text;
  if (source.length * 2 <= length) {
    const size = length * 2 + 2;
    source = new Uint32Array(size / 2);
    sourceBytes = Buffer.from(source.buffer);
    scratch.units = new Uint16Array(size);
    scratch.hanBlocks = new Uint8Array((size >>> hanBlock) + 1);
    scratch.lineStarts = new Uint32Array(size);
    scratch.lineSources = new Uint32Array(size);
  }
  sourceBytes.write(text, "utf16le");
  // Makes the length even, by a quote, which is dropped.
  sourceBytes.writeUInt16LE(quote, length * 2);
  if (isBigEndian) {
    sourceBytes.swap32();
  }
  scratch.hanBlocks.fill(0, 0, (length >>> hanBlock) + 1);
  scratch.length = 0;
  scratch.lines = 0;
  scratch.afterSpace = isSpaceFlag;
}
