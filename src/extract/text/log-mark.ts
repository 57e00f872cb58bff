import { hasFailureWord } from "../line/error-sentence.ts";

/** A log record's level as printed, and its words. */
export interface LogMark {
  level: string;
  message: string;
}

/** Reads the level that a line without a time stamp begins with: `ERROR: x`, `[error] x`, `ERROR:root:x`, `E: x`. */
export function readLogMark(text: string): LogMark | null {
  const first = text.charAt(0);
  if (first === "[") return readBracket(text);
  if (first === "(") return readGlib(text);
  const named = readNamed(text);
  if (named !== null) return named;
  if (first === "致") return readChinese(text);
  const mark = "EFCSefc!*".includes(first) ? readWord(text) : null;
  return mark ?? readChannel(text);
}

function marked(level: string, rest: string): LogMark | null {
  const message = withoutLogger(rest.trim());
  return hasWords(message) && !unreported.test(message) ? { level, message } : null;
}

/** A list of levels, and sums of what was printed above. */
const unreported =
  /^(?:ERROR|WARN|WARNING|INFO|DEBUG|FATAL)\b|^(?:Failed to compile|Compiled|Build failed|Found|\d{1,6}) (?:with )?(?:\w+ )?\d{0,6} ?(?:errors?|problems?|warnings?)\b/;

/** A level alone, a figure (`error: 0.01`) or a count is no report. */
export function hasWords(message: string): boolean {
  return (
    /[A-Za-z]{2,}\S* \S|[\u4e00-\u9fff\u3040-\u30ff]{3}|[\u0400-\u04ff]{3}/.test(message) &&
    !message.includes("Traceback (most recent call last)")
  );
}

/** nginx and MySQL name themselves before the level: `nginx: [emerg] x`. */
function readNamed(text: string): LogMark | null {
  const at = text.indexOf(": [");
  if (at < 1 || at > 40 || !/^[\w./-]+$/.test(text.slice(0, at))) return null;
  return readBracket(text.slice(at + 2));
}

/** `(app:12): Gtk-CRITICAL **: 10:00:00.000: x` of GLib's programs. */
function readGlib(text: string): LogMark | null {
  const found =
    /^\([^()]{1,60}\): ([\w-]{1,40}-(?:CRITICAL|ERROR)) \*\*: (?:\d[\d:.]{5,20}: )?/.exec(text);
  return found === null ? null : marked(found[1] ?? "", text.slice(found[0].length));
}

const word =
  /^(?:[!*]{1,3} ?)?(ERROR|FATAL|CRITICAL|SEVERE|EMERGENCY|ERR|Fatal error|fatal error|FATAL ERROR|fatal|error|critical|crit|E(?=: ))(?:\*{2})?(?:(:)([\w.]{1,80}:(?=\S))?|(?:\t| {2,}| ?[|▶»›❯] ?| [-–—] ))\s*(?=\S)/;

function readWord(text: string): LogMark | null {
  const found = word.exec(text);
  if (found !== null) {
    const rest = text.slice(found[0].length);
    if (isProperty.test(rest) || (isListed.test(text) && !hasFailureWord(rest))) return null;
    return marked(found[1] ?? "", rest);
  }
  // Without a colon only where a sentence follows: `ERROR Failed to compile`, yarn's `error Couldn't find`.
  const bare =
    /^(?:(ERROR|FATAL|CRITICAL) (?:(?:\[[\w.:/ -]{1,60}\]|\([\w.:/ -]{1,60}\)):? )?(?=[A-Za-z"'][^:=(]* )|(error) (?=[A-Z"'][^:=(]* ))/.exec(
      text,
    );
  return bare === null ? null : marked(bare[1] ?? bare[2] ?? "", text.slice(bare[0].length));
}

/** git's and PostgreSQL's word in Chinese: `致命错误：x`. */
function readChinese(text: string): LogMark | null {
  const found = /^(致命错误)(?:：|: {1,2})(?=\S)/.exec(text);
  return found === null ? null : marked(found[1] ?? "", text.slice(found[0].length));
}

/** `error: 'x',` and `error: status => {` are properties in code. */
const isProperty =
  /^(["'`])[^"'`]{0,300}\1,?$|^[{[].*[\]}],?$|[{,(]$|=> |^[A-Z]\w*(?:\[.*\])?(?: \| \w+)+/;

/** A lesser form, in which help texts list levels too. */
const isListed = /^(?:error|fatal|critical|crit)(?:\t| {2})/;

/** Monolog names a channel before the level: `local.ERROR: x`. */
function readChannel(text: string): LogMark | null {
  const dot = text.indexOf(".");
  if (dot < 1 || dot > 30) return null;
  const found = /^[a-z][\w-]{0,30}\.(ERROR|CRITICAL|ALERT|EMERGENCY): /.exec(text);
  return found === null ? null : marked(found[1] ?? "", text.slice(found[0].length));
}

const levelWithin =
  /(?:^|[\s/:|.])(ERROR|ERR|FATAL|CRITICAL|SEVERE|EMERG|ALERT|ERRO|error|fatal|crit|emerg|alert|err|[EF](?= \d| *$))(?=$|[\s/:|])/;

/** `[ERROR] [12] x`, `[core:error] [pid 3] x`, `[E 10:00:00 App] x`, `[10:00:00 ERR] x`: the level in one of the first brackets. */
function readBracket(text: string): LogMark | null {
  let level: string | undefined;
  let at = 0;
  for (let brackets = 0; brackets < 6 && text[at] === "["; brackets += 1) {
    const end = text.indexOf("]", at);
    if (end < 0 || end - at > 100) break;
    const inside = text.slice(at + 1, end);
    if (/["'{}=;,]/.test(inside.replace(/\d,\d/, ""))) return null;
    level ??= levelWithin.exec(inside)?.[1];
    at = end + 1;
    if (!" :[\t".includes(text[at] ?? " ")) return null;
    while (" :".includes(text.charAt(at)) && at < text.length) at += 1;
    if (brackets === 5) return null;
  }
  return level === undefined ? null : marked(level, text.slice(at).replace(/^[-|] /, ""));
}

/** `app.db.pool: `, but no file as in `Python.h: No such file`. */
const dottedLogger =
  /^(?![\w.$-]{1,80}\.(?:h|hpp|hh|cc?|cpp|cu|so|dll|dylib|py|[cm]?[jt]sx?|json|toml|ya?ml|txt|md|sh)(?:\.\d{1,3}){0,3}:)(?:[A-Za-z_$][\w$]*\.)+[\w$]+(?: \([\w$.]{1,60}:\d{1,6}\))?(?: -|:) (?=\S)/;

/** Takes off the logger, the place in the source or the connection that some formats put before a record's words. */
export function withoutLogger(message: string): string {
  const found =
    /^(?:\| *)?[\w.<>]{1,80}:[\w<>]{1,60}:\d{1,6} - (?=\S)/.exec(message) ??
    dottedLogger.exec(message) ??
    /^[a-z_]\w{0,40}(?:::\w{1,40}){1,8}: (?=\S)/.exec(message) ??
    /^\d{1,9}#\d{1,9}: (?:\*\d{1,12} )?(?=\S)/.exec(message) ??
    /^(?:in \w{1,40})?: (?=\S)/.exec(message) ??
    /^\([^()]{1,300}\.\w{1,4}:\d{1,6}[^()]{0,80}\) (?=\S)/.exec(message);
  return found === null ? message : message.slice(found[0].length);
}
