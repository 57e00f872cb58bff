import type { BlockLine } from "./block.ts";
import { readPythonFrame } from "../python/python-frame.ts";
import { isErrorType, readTypedMessage } from "../reading/typed-message.ts";

/** Narrower terminals are no one's. */
const narrowest = 60;

/** Lines that one cut line may come from. */
const mostPieces = 40;

/**
 * Joins the lines of a traceback that a terminal cut at its width: all that are cut are exactly as
 * wide, and a call or a word goes on in the next line. Other texts stay as they are.
 */
export function unwrapped(lines: readonly BlockLine[]): readonly BlockLine[] {
  const width = terminalWidth(lines);
  if (width === null) return lines;
  const joined: BlockLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const last = lastPiece(lines, at, width);
    if (last === at) {
      joined.push(line);
      continue;
    }
    // A blank at the cut was lost with the end of its line.
    const pieces = lines.slice(at, last + 1).map((piece) => piece.text);
    const text = pieces.reduce((all, piece, index) => {
      const isShort = pieces[index - 1]?.length === width - 1;
      return all + (isShort ? " " : "") + piece;
    });
    joined.push({ ...line, text, lastLine: lines[last]?.line ?? line.line });
    at = last;
  }
  return joined;
}

/** Index of the last line over which a line was cut. */
function lastPiece(lines: readonly BlockLine[], at: number, width: number): number {
  let last = at;
  while (last - at < mostPieces && isCut(lines[last], lines[last + 1], width)) last += 1;
  return last;
}

function isCut(line: BlockLine | undefined, below: BlockLine | undefined, width: number): boolean {
  if (line === undefined || below === undefined || below.text === "") return false;
  const isShort = line.text.length === width - 1 && !below.text.startsWith(" ");
  if (line.text.length !== width && !isShort) return false;
  if (below.container !== line.container || /^(?:\s\s|Traceback|[-=*]{3})/.test(below.text))
    return false;
  const typed = readTypedMessage(below.text);
  return typed === null || !isErrorType(typed.type);
}

/** The width at which a call is cut, or two words where no line is wider; `null` where none is. */
function terminalWidth(lines: readonly BlockLine[]): number | null {
  if (!lines.some(({ text }) => text.includes("Traceback (most recent call last)"))) return null;
  const widest = lines.reduce((width, { text }) => Math.max(width, text.length), 0);
  let words = 0;
  for (const [at, { text }] of lines.entries()) {
    const below = lines[at + 1];
    if (text.length < narrowest || below === undefined) continue;
    if (isCutCall(text, below.text)) return text.length;
    const isWord =
      text.length === widest && /[a-z]/.test(text.slice(-1)) && /^[a-z]/.test(below.text);
    if (isWord) words += 1;
  }
  return words > 1 ? widest : null;
}

function isCutCall(text: string, below: string): boolean {
  const call = text.indexOf('File "');
  if (call < 0 || readPythonFrame(text.slice(call)) !== null) return false;
  return readPythonFrame(text.slice(call) + below) !== null;
}
