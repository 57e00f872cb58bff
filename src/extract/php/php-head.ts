import { isPhpType } from "./php-type.ts";
import { readTypedMessage } from "../reading/typed-message.ts";

/** The first line of an error of PHP. */
export interface PhpHead {
  type: string;
  /** What stands behind the type; its place and its stack may stand at its end. */
  told: string;
  /** PHP 5 put the message in quotes. */
  isQuoted: boolean;
  /** True where the interpreter's own label stands in front, so that no stack is needed to believe it. */
  isPrinted: boolean;
}

const label =
  /(PHP )?(Fatal error|Parse error|Catchable fatal error|Recoverable fatal error|Compile error|Core error): {0,4}/;

/** True for the line of a test that says what should be printed: `Fatal error: Uncaught X: no in %s:%d`. */
export function isExpected(text: string): boolean {
  return (text.includes("%d") || text.includes("%s")) && label.test(text);
}

/** Reads the line with which an error of PHP begins. */
export function readPhpHead(text: string): PhpHead | null {
  const found = text.includes("rror: ") || text.includes("rror:\t") ? label.exec(text) : null;
  if (found === null) return readBare(text);
  if (!isOutputBefore(text.slice(0, found.index))) return null;
  const isInQuotes = /^["“]$/.test(text.slice(0, found.index).trim());
  const written = text.slice(found.index + found[0].length).trim();
  const told = isInQuotes ? written.replace(/["”]$/, "") : written;
  const uncaught = readUncaught(told);
  if (uncaught !== null) return { ...uncaught, isPrinted: true };
  const isPhp = found[1] !== undefined || / on line \d{1,7}"?$/.test(told);
  if (!isPhp || told === "") return null;
  return { type: found[2] ?? "", told, isQuoted: false, isPrinted: true };
}

/** Time stamps, Apache's and nginx's fields may stand in front of the label; comments and code may not. */
function isOutputBefore(before: string): boolean {
  if (/^\s*(?:\/\/|\*|#)/.test(before)) return false;
  // A reporter puts quotation marks around the whole.
  if (/^["“]$/.test(before.trim())) return true;
  return before.endsWith("PHP message: ") || !/["'`=;${}]/.test(before);
}

function readUncaught(told: string): Omit<PhpHead, "isPrinted"> | null {
  if (!told.startsWith("Uncaught ")) return null;
  const body = told.slice("Uncaught ".length);
  return readQuoted(body) ?? readClass(body);
}

/** `exception 'Type' with message 'text' in ...`, as PHP 5 prints it. */
function readQuoted(body: string): Omit<PhpHead, "isPrinted"> | null {
  const found = /^exception '([\w\\]{1,160})'(?: with message ')?/.exec(body);
  if (found === null) return null;
  const told = body.slice(found[0].length);
  const end = told.lastIndexOf("' in ");
  const isQuoted = found[0].endsWith("message '");
  const joined = isQuoted && end >= 0 ? told.slice(0, end) + told.slice(end + 1) : told;
  return { type: found[1] ?? "", told: joined, isQuoted: isQuoted && end < 0 };
}

function readClass(body: string): Omit<PhpHead, "isPrinted"> | null {
  const typed = readTypedMessage(body);
  if (typed === null || !/^[A-Z\\a-z][\w\\]*$/.test(typed.type)) return null;
  return { type: typed.type, told: typed.message, isQuoted: false };
}

/** An exception that a program wrote down: `Type: message in /a.php:3`, behind WordPress' words, too. */
function readBare(text: string): PhpHead | null {
  if (!text.includes(".php") && !text.startsWith("exception '")) return null;
  const body = text.trim();
  const wordPress = body.indexOf("Error message: Uncaught ");
  if (wordPress >= 0) {
    const uncaught = readUncaught(body.slice(wordPress + "Error message: ".length));
    return uncaught && { ...uncaught, isPrinted: true };
  }
  const quoted = readQuoted(body);
  if (quoted !== null) return { ...quoted, isPrinted: false };
  const bare = readClass(body.replace(/^(?:\( ! \) |PHP )/, ""));
  if (bare === null || !isPhpType(bare.type)) return null;
  return { ...bare, isPrinted: /\(line \d{1,7} of [^()]{1,300}\)\.?$/.test(body) };
}
