import { firstText, isObject, objectAt, textAt } from "../reading/loose-fields.ts";
import type { LooseObject } from "../reading/loose-json.ts";
import { readLooseJson } from "../reading/loose-json.ts";

/** A log record of named fields that tells of a failure. */
export interface StructuredRecord {
  /** The level as printed, or the type of the error that the record carries. */
  type: string;
  message: string;
  /** What the record names as the reason, where that is not the message. */
  cause: string | null;
}

/** Reads a record in logfmt (`level=error msg="x" err="y"`) or JSON (pino, zap, structlog, Serilog) at the level of an error. */
export function readStructuredRecord(text: string): StructuredRecord | null {
  if (text.startsWith("{")) return readJsonRecord(text);
  if (text.startsWith('"')) return readQuoted(text);
  const isLogfmt = text.includes("level=") || text.includes("lvl=") || text.includes("severity=");
  return isLogfmt ? readLogfmt(text) : null;
}

const levels =
  /^(?:[56]0|error|err|eror|erro|fatal|critical|crit|severe|panic|dpanic|alert|emerg(?:ency)?)$/i;

function readJsonRecord(text: string): StructuredRecord | null {
  if (!/"(?:@?(?:level|lvl|severity|levelname|l|log\.level)|s)":/.test(text.replace(/"\s:/g, '":')))
    return null;
  const record = readLooseJson(text);
  if (record?.has("ctx") && record.has("attr")) return readMongo(record);
  const level = record && firstLevel(record);
  if (record === null || level === null || !levels.test(level)) return null;
  const error = ["err", "error", "exception"].map((key) => objectAt(record, key)).find(isObject);
  const inner = error && firstText(error, ["message", "msg"]);
  const type = error && (textAt(error, "type") ?? textAt(error, "name"));
  if (inner && type) return { type, message: inner, cause: null };
  const message = firstText(record, [
    "msg",
    "message",
    "event",
    "@m",
    "@mt",
    "textPayload",
    "short_message",
  ]);
  const cause =
    firstText(record, ["err", "error", "errorVerbose", "exception", "@x"]) ?? inner ?? null;
  return recordOf(level, message, cause);
}

/** MongoDB's own log; https://www.mongodb.com/docs/manual/reference/log-messages/ */
function readMongo(record: LooseObject): StructuredRecord | null {
  const level = textAt(record, "s") ?? "";
  if (level !== "E" && level !== "F") return null;
  const attributes = objectAt(record, "attr");
  const cause = attributes && firstText(attributes, ["message", "error", "errmsg", "reason"]);
  return recordOf(level, firstText(record, ["msg"]), cause);
}

/** pino prints its levels as numbers, which `firstText` takes for none. */
function firstLevel(record: LooseObject): string | null {
  for (const key of ["level", "lvl", "severity", "levelname", "@l", "log.level"]) {
    const level = textAt(record, key);
    if (level !== null) return level;
  }
  return null;
}

function recordOf(
  level: string,
  message: string | null,
  cause: string | null,
): StructuredRecord | null {
  if (message !== null) return { type: level, message, cause: cause === message ? null : cause };
  return cause === null ? null : { type: level, message: cause, cause: null };
}

/** klog's structured form behind its stamp: `"Unhandled Error" err="x"`. */
function readQuoted(text: string): StructuredRecord | null {
  const found = /^"([^"]{3,400})" (?:\w+="?[^" ]{0,200}"? ){0,8}err=/.exec(text);
  const cause = found === null ? null : fieldOf(text, ["err"]);
  return found === null ? null : recordOf("E", found[1] ?? null, cause);
}

function readLogfmt(text: string): StructuredRecord | null {
  const level = /(?:^|\s)(?:level|lvl|severity)="?(\w{1,12})"?(?=\s|$)/.exec(text)?.[1];
  if (level === undefined || !levels.test(level)) return null;
  const message = fieldOf(text, ["msg", "message", "event"]);
  return recordOf(level, message, fieldOf(text, ["err", "error", "reason", "cause"]));
}

/** The value of the first of several fields; a quoted one may hold escaped quotes. */
function fieldOf(text: string, names: readonly string[]): string | null {
  for (const name of names) {
    const at = ` ${text}`.indexOf(` ${name}=`);
    if (at < 0) continue;
    const value = text.slice(at + name.length + 1);
    const found = value.startsWith('"')
      ? /^"((?:[^"\\]|\\.)*)"?/.exec(value)?.[1]
      : /^\S*/.exec(value)?.[0];
    const plain = found?.replaceAll(/\\(["\\])/g, "$1").trim();
    if (plain !== undefined && plain !== "") return plain;
  }
  return null;
}
