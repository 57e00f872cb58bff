import type { ToolLine } from "./tool-line.ts";

/** Reads the coded errors of databases: `ERROR 1045 (28000): x`, `ORA-00942: x`, `Code: 60. DB::Exception: x`. */
export function readSqlLine(text: string, isVerbatim: boolean): ToolLine | null {
  if (!isVerbatim) return readMysql(text) ?? readCoded(text);
  const first = text.charAt(0);
  if (first === "(" || first === "-") return readRedis(text.replace(/^(?:\(error\) |-)/, ""));
  return (
    readMysql(text) ??
    readCoded(text) ??
    readClickHouse(text) ??
    readNamed(text) ??
    readSqlite(text)
  );
}

/** `ERROR 1064 (42000) at line 3: x` of the client, Workbench's `Error Code: 1064. x`, phpMyAdmin's `#1064 - x`. */
function readMysql(text: string): ToolLine | null {
  const found =
    /^(ERROR \d{3,5} \(\w{5}\))(?: at line \d{1,9})?(?: in file: '[^']{1,200}')?: (?=\S)/.exec(
      text,
    ) ??
    /^(Error Code: \d{3,5})[.:] (?=\S)/.exec(text) ??
    phpMyAdmin.exec(text);
  return found === null ? null : behind(text, found);
}

/** Numbers in this form are issues as often as errors: only those that MySQL has, with its words. */
const phpMyAdmin =
  /^(#(?:1[0-7]\d\d|20[0-6]\d|3\d{3})) - (?=(?:Access denied|Unknown|Duplicate|You have an error|Specified key|Row size|Table|Cannot|Can't|Data|Field|Incorrect|Illegal|Column|Key|Lost connection|MySQL server|No database|Out of range|Got error|Lock wait)\b)/;

/** Oracle's, DB2's, Prisma's and PDO's numbers. */
function readCoded(text: string): ToolLine | null {
  const found =
    /^((?:ORA|PLS|TNS|RMAN|DPY|DPI|IMP|EXP|SP2|LRM|KUP|UDI|UDE)-\d{4,5}): ?(?=\S)/.exec(text) ??
    /^(SQL\d{4,5}[NC]) {1,2}(?=\S)/.exec(text) ??
    /^(SQLSTATE\[\w{5}\])(?: \[\d{1,6}\])?:? (?=\S)/.exec(text) ??
    /^(?:Error: )?(P(?:10[01]\d|20[0-3]\d|30[0-2]\d|400\d|50[01]\d|600\d)): (?=[A-Z])/.exec(text);
  return found === null ? null : behind(text, found);
}

function readClickHouse(text: string): ToolLine | null {
  const found =
    /^Code: \d{1,5}[.,] (?:e\.displayText\(\) = )?(DB::\w{0,40}Exception): (?:Received from [^\s]{1,200}\. DB::\w{0,40}Exception: )?(?=\S)/.exec(
      text,
    );
  return found === null ? null : behind(text, found);
}

/** DuckDB names the kind of its errors in two words. */
function readNamed(text: string): ToolLine | null {
  const found =
    /^((?:Catalog|Parser|Binder|Conversion|Constraint|IO|Invalid Input|Out of Memory|Out of Range|Not implemented|Mismatch Type|Invalid|Dependency|TransactionContext|HTTP|Serialization|INTERNAL) Error): (?=\S)/.exec(
      text,
    );
  return found === null ? null : behind(text, found);
}

/** The shell of SQLite, and its result codes as drivers print them. */
function readSqlite(text: string): ToolLine | null {
  const found =
    /^(Error|Parse error|Runtime error)(?::)? (?=near line \d{1,9}: )/.exec(text) ??
    /^\[?(SQLITE_(?!OK\b)[A-Z_]{3,30})\]?:? {1,2}(?=\S)/.exec(text);
  return found === null ? null : behind(text, found);
}

const redisCodes =
  /^(ERR|NOAUTH|WRONGPASS|WRONGTYPE|MISCONF|OOM|LOADING|CLUSTERDOWN|READONLY|CROSSSLOT|MOVED|NOPERM|NOSCRIPT|BUSY|BUSYGROUP|NOGROUP|EXECABORT|MASTERDOWN|NOREPLICAS|TRYAGAIN|UNKILLABLE) (?=\S+ \S)/;

/** `(error) NOAUTH x`, or the same without its mark. */
function readRedis(text: string): ToolLine | null {
  const found = redisCodes.exec(text);
  return found === null ? null : behind(text, found);
}

function behind(text: string, found: RegExpExecArray): ToolLine {
  return { type: found[1] ?? "", message: text.slice(found[0].length).trim() };
}
