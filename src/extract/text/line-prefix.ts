import type { Stamp } from "./block.ts";

/** What stands in front of a line's own text: who wrote it, and the log record's stamp. */
export interface LinePrefix {
  /** The writer among several (`[rank0]:`, `(Worker_TP0 pid=12)`, `web_1  |`), as printed, or empty. */
  writer: string;
  stamp: Stamp | null;
  /** Characters that both take up. */
  length: number;
}

/** Reads the prefix of one line from its start; a line without one has length 0. */
export function readLinePrefix(text: string): LinePrefix {
  if (!mayHavePrefix(text)) return noPrefix;
  const step = /^[#\d]/.test(text) ? buildStep.exec(text) : null;
  if (step !== null) return { writer: "", stamp: null, length: step[0].length };
  const writerEnd = readWriter(text);
  const afterWriter = readStamp(text, writerEnd);
  if (writerEnd > 0) {
    return { writer: text.slice(0, writerEnd).trim(), ...afterWriter };
  }
  // A collector's time stamp may stand in front of the writer.
  const lateWriterEnd = afterWriter.stamp === null ? 0 : readWriter(text, afterWriter.length);
  if (lateWriterEnd === 0) return { writer: "", ...withOwnStamp(text, afterWriter) };
  const late = readStamp(text, lateWriterEnd);
  return {
    writer: text.slice(afterWriter.length, lateWriterEnd).trim(),
    stamp: late.stamp ?? afterWriter.stamp,
    length: late.length,
  };
}

const noPrefix: LinePrefix = { writer: "", stamp: null, length: 0 };

/** Every prefix has a digit, a colon or a slash in its beginning; but Flutter's blank seconds have none. */
function mayHavePrefix(text: string): boolean {
  if (text.startsWith("[  ")) return true;
  const end = Math.min(text.length, 40);
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 48 && code <= 57) || code === 47 || code === 58) return true;
  }
  return false;
}

/** A collector's time stamp may also stand in front of the program's own record. */
function withOwnStamp(
  text: string,
  outer: { stamp: Stamp | null; length: number },
): { stamp: Stamp | null; length: number } {
  if (outer.stamp === null || outer.stamp.level !== null) return outer;
  const inner = readStamp(text, outer.length);
  return inner.stamp === null ? outer : inner;
}

/** BuildKit's step and its seconds in front of what a command prints: `#12 0.512 `, `0.512 ` in a failed step. */
const buildStep = /^(?:#\d{1,4} \d{1,5}\.\d{1,3}(?: |$)|\d{1,5}\.\d{3} (?=\D))/;

const writers = [
  // torchrun, accelerate: `[rank0]:`, `[default3]:`; mpirun: `[1,0]<stderr>:`
  /^\[(?:rank|default)\d{1,5}\]:? ?/,
  /^\[\d{1,3},\d{1,5}\]<std(?:err|out)>: ?/,
  // vLLM and ray: `(Worker_TP0 pid=123)`, `(EngineCore_DP0 pid=1)`, `(pid=12, ip=10.0.0.1)`
  /^\((?:[\w.:<>]{1,80} )?pid=\d{1,9}(?:, ip=[\w.:]{1,45})?\) ?/,
  // pnpm's recursive runs and Turborepo's: `packages/core build: `, `web:build: `
  /^(?=\S{0,100}\/)[\w@./-]{1,100} (?:build|check|compile|dev|install|lint|postinstall|preinstall|prepare|serve|start|test|typecheck): /,
  /^[\w@/.-]{1,80}:(?:build|check-types|dev|lint|start|test|type-check|typecheck): /,
  // docker compose: `web-1  | `
  /^[a-z][a-z0-9_.-]{0,60}[_-]\d{1,3} {1,20}\| ?/,
];

function readWriter(text: string, from = 0): number {
  const rest = text.slice(from, from + 200);
  for (const writer of writers) {
    const length = writer.exec(rest)?.[0].length ?? 0;
    if (length > 0) return from + length;
  }
  return 0;
}

const time = /^\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?: [AP]M(?![\w]))?/;
const dateTime =
  /^\d{2,4}[-/.]\d{2}(?:[-/.]\d{2,4})?[T ]\d{1,2}:\d{2}:\d{2}(?:[.,:]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2})(?![\w]))?/;
const syslog =
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d{2}:\d{2}:\d{2} [\w.-]{1,60} [\w./@-]{1,60}(?:\[\d{1,9}\])?:/;
const levelName =
  /^(?:\[ ?)?(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|CRITICAL|FATAL|ERR|error|fatal|critical|warning|warn|info|debug)(?: ?\])?(?! error:)(?=[\s:|[\]-]|$)/;
/** ` - name - ERROR - `, the form that most scripts give Python's logging. */
const dashedLevel = /^ - [\w.-]{1,80} - (DEBUG|INFO|WARNING|ERROR|CRITICAL) - /;
/** glog, as torchrun and absl print it: `E1104 09:12:52.882000 3121 api.py:869] `; its levels are mostly noise. */
const glogLevels: Readonly<Record<string, string>> = { I: "INFO", W: "WARNING" };
const glog = /^([IWEF])\d{4} \d{2}:\d{2}:\d{2}(?:\.\d{1,9})? +\d{1,10} [^\s\]]{1,200}\] ?/;
/** What `flutter run` puts in front of the lines of iOS, the web and its own steps. */
const flutterRun = /^(?:flutter: ?|(?:\[(?: {8}| {0,6}\+\d{1,6} ms)\] ){1,2})/;
/** Nest's logger; before version 8 it named no level, and its handlers of exceptions told of errors alone. */
const nest =
  /^\[Nest\] \d{1,9} {1,4}- [\d./-]{6,10},? \d{1,2}:\d{2}:\d{2}(?: [AP]M)?(?: {1,6}(ERROR|FATAL|WARN|LOG|DEBUG|VERBOSE))? {1,4}(?:\[(\w{1,60})\] ?)?/;
/**
 * Behind the time, in logcat's formats `threadtime` and `time` and as Android Studio shows it:
 * ` 12 34 E Tag: `, ` E/Tag ( 12): `, ` 12-34/com.acme E/Tag: `, ` 12-34  Tag  com.acme  E  `.
 */
const logcat =
  /^ +(?:\d{1,7} +\d{1,7} ([VDIWEFA]) [^:]{1,60}: ?|(?:\d{1,7}-\d{1,7}\/\S{1,120} )?([VDIWEFA])\/[^:(]{1,60}(?:\( *\d{1,7}\))?: ?|\d{1,7}-\d{1,7} +\S{1,60} +\S{1,120} +([VDIWEFA]) {1,2})/;
const logcatShort = /^([VDIWEFA])\/[^:(]{1,60}(?:\( *\d{1,7}\))?: ?/;
/** Ruby's logger, as Rails prints it: `F, [2024-01-31T10:00:00.123456 #12] FATAL -- : [request] `. */
const rubyLogger =
  /^[DIWEFA], \[[\d-]{10}T[\d:.]{8,15} #\d{1,9}\] {1,2}(DEBUG|INFO|WARN|ERROR|FATAL|ANY) -- [^:\s]{0,60}: ?(?:\[[0-9a-f-]{36}\] ?)?/;

/** Reads time, level, thread, logger and source of a log record; needs a time or a logcat letter. */
function readStamp(text: string, from: number): { stamp: Stamp | null; length: number } {
  const none = { stamp: null, length: from };
  const head = text.slice(from, from + 300);
  const short = logcatShort.exec(head);
  if (short !== null) return { stamp: logcatStamp(short[1]), length: from + short[0].length };

  const flutter = flutterRun.exec(head);
  if (flutter !== null) return { stamp: { level: null }, length: from + flutter[0].length };

  const nested = head.startsWith("[Nest] ") ? nest.exec(head) : null;
  if (nested !== null) {
    const isHandler = /^Exceptions?Handler$/.test(nested[2] ?? "");
    const level = nested[1] ?? (isHandler ? "ERROR" : "INFO");
    return { stamp: { level: level === "LOG" ? "INFO" : level }, length: from + nested[0].length };
  }

  const google = glog.exec(head);
  if (google !== null)
    return {
      stamp: { level: glogLevels[google[1] ?? ""] ?? null },
      length: from + google[0].length,
    };

  const ruby = head.startsWith(", [", 1) ? rubyLogger.exec(head) : null;
  if (ruby !== null) return { stamp: { level: ruby[1] ?? null }, length: from + ruby[0].length };

  let at = 0;
  let level: string | null = null;
  const leading = levelName.exec(head);
  if (leading !== null) {
    level = leading[1] ?? null;
    at = skipFiller(head, leading[0].length);
  }
  const timeEnd = readTime(head, at);
  if (timeEnd === 0) return none;
  at = timeEnd;
  const cat = logcat.exec(head.slice(at));
  if (cat !== null)
    return { stamp: logcatStamp(cat[1] ?? cat[2] ?? cat[3]), length: from + at + cat[0].length };

  for (let atoms = 0; atoms < 6; atoms += 1) {
    const next = skipFiller(head, at);
    if (readWriter(head, next) > 0) return { stamp: { level }, length: from + next };
    const named = level === null ? levelName.exec(head.slice(next)) : null;
    const end = named === null ? readBracket(head, next) : next + named[0].length;
    if (end === 0) break;
    level ??= named?.[1] ?? bracketedLevel(head.slice(next, end));
    at = end;
  }
  const spring = /^ *\d{1,9} --- \[[^\]]{1,80}\] \S{1,100} +: /.exec(head.slice(at));
  const dashed = dashedLevel.exec(head.slice(at));
  if (dashed !== null)
    return { stamp: { level: dashed[1] ?? null }, length: from + at + dashed[0].length };
  if (spring !== null) return { stamp: { level }, length: from + at + spring[0].length };
  // NLog's logger stands between bars.
  const bars = level === null ? null : /^\|[^|\s]{1,200}\|/.exec(head.slice(at));
  if (bars !== null) return { stamp: { level }, length: from + at + bars[0].length };
  if (head[at] === ":") at += 1;
  // One blank belongs to the stamp; the others are the text's own indentation.
  if (head.startsWith(" - ", at)) at += 3;
  else if (head[at] === " ") at += 1;
  return { stamp: { level }, length: from + at };
}

function readTime(head: string, from: number): number {
  const bracket = head[from] === "[" ? 1 : 0;
  const rest = head.slice(from + bracket);
  const found =
    dateTime.exec(rest) ?? time.exec(rest) ?? (bracket === 0 ? syslog.exec(rest) : null);
  if (found === null) return 0;
  const end = from + bracket + found[0].length;
  if (bracket === 0) return /[\w]/.test(head[end] ?? " ") ? 0 : end;
  return head[end] === "]" ? end + 1 : 0;
}

/** Blanks, dashes and bars between the atoms of a stamp. */
function skipFiller(head: string, from: number): number {
  let at = from;
  while (at < head.length && at - from < 6 && " -|:".includes(head.charAt(at))) at += 1;
  return at;
}

/** `[logger]`, `(MainThread)`, `<pid>` behind a time stamp; 0 where there is none. */
function readBracket(head: string, from: number): number {
  const close = { "[": "]", "(": ")" }[head.charAt(from)];
  if (close === undefined) return 0;
  const end = head.indexOf(close, from);
  if (end < 0 || end - from > 100) return 0;
  const inside = head.slice(from + 1, end);
  const isNamed = /^[\w.:-]+ [\w.:-]+$/.test(inside.trim()) || threadLevel.test(inside);
  return /[\s'"{}=]/.test(inside.trim()) && !isNamed ? 0 : end + 1;
}

/** Minecraft's `[Server thread/ERROR]`. */
const threadLevel =
  /^(?:[\w .:#-]{1,80}\/)?(ERROR|FATAL|CRITICAL|SEVERE|WARN|WARNING|INFO|DEBUG|TRACE)$/;

function bracketedLevel(bracket: string): string | null {
  return threadLevel.exec(bracket.slice(1, -1))?.[1] ?? null;
}

function logcatStamp(letter: string | undefined): Stamp {
  return { level: logcatLevels[letter ?? ""] ?? null };
}

/** Logcat's letters; `A`, for a failed assertion, is how old viewers show `F`. */
const logcatLevels: Readonly<Record<string, string>> = {
  V: "TRACE",
  D: "DEBUG",
  I: "INFO",
  W: "WARN",
  E: "ERROR",
  F: "FATAL",
  A: "FATAL",
};
