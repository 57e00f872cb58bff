import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { readSqlLine } from "./sql-line.ts";

/**
 * Errors of databases, with the lines that explain them: MySQL, Oracle, SQL Server, ClickHouse, SQLite
 * and others by their codes, PostgreSQL by the two blanks behind its level and by what stands below
 * (https://www.postgresql.org/docs/current/error-message-reporting.html).
 */
export const sql: Family = {
  name: "sql",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text.length < 8) return null;
    if (line.container === "title" || line.container === "heading") return null;
    const text = line.text.trimStart();
    const isRecord = line.stamp !== null && line.text.startsWith(" ");
    if (!isRecord && !"ECOPSTRDIBMUNWLAF[#(-p".includes(text.charAt(0))) return null;
    if (text.startsWith("Msg ")) return readServer(lines, at, text);
    const found = readPostgres(lines, at, text) ?? readSqlLine(text, isVerbatim(line));
    return found && withDetails(lines, at, found);
  },
};

interface Found {
  type: string | null;
  message: string;
}

/** SQL Server: `Msg 208, Level 16, State 1, Line 1` above its sentence. */
function readServer(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const number =
    /^(Msg \d{1,6}), Level (\d{1,2}), State \d{1,3}(?:, (?:Server|Procedure|Line) [^,]{1,120}){0,3}$/.exec(
      text.trim(),
    );
  const message = lines[at + 1]?.text.trim() ?? "";
  // Levels up to 10 are information.
  if (number === null || Number(number[2]) <= 10 || message === "") return null;
  const { draft } = singleLineReading(lines, at, {
    type: number[1] ?? "",
    message,
    kind: "line",
    language: "sql",
  });
  return {
    draft: draft && { ...draft, lastLine: lines[at + 1]?.line ?? draft.line },
    next: at + 2,
  };
}

function readPostgres(lines: readonly BlockLine[], at: number, text: string): Found | null {
  const line = lines[at];
  // What explains it below shows that a client printed it where nothing marks it as output.
  if (line === undefined || !(isVerbatim(line) || isDetail(lines[at + 1]))) return null;
  const level = line.stamp?.level ?? "";
  if (
    (level === "ERROR" || level === "FATAL") &&
    /^ [a-zA-Z"]/.test(line.text) &&
    isServerWord(text)
  )
    return { type: level, message: text.trim() };
  const found = /^(?:psql(?::[^\s:]{1,200}:\d{1,9})?: )?(ERROR|FATAL|PANIC):( {1,2})(?=\S)/.exec(
    text,
  );
  if (found === null) return null;
  const isOwn = found[2] === "  " || text.startsWith("psql:") || isDetail(lines[at + 1]);
  return isOwn ? { type: found[1] ?? "", message: text.slice(found[0].length).trim() } : null;
}

/** A record of PostgreSQL's own log keeps one of the two blanks. */
function isServerWord(text: string): boolean {
  return /relation|column|syntax error|permission denied|role|database|duplicate key|connection|violates|function|password|authentication|operator|type|transaction|statement|lock|terminating|replication|archive/.test(
    text,
  );
}

/** The report with what explains the error below it: PostgreSQL's `LINE 1:`, `HINT:`, further codes of Oracle. */
function withDetails(lines: readonly BlockLine[], at: number, found: Found): Reading {
  let next = at + 1;
  while (next - at < limits.messageLines && isDetail(lines[next])) next += 1;
  const kind = lines[at]?.stamp?.level === undefined ? "line" : "log";
  const { draft } = singleLineReading(lines, at, { ...found, kind, language: "sql" });
  const details = lines.slice(at + 1, next).map(({ text }) => text.trimEnd());
  const fullMessage = [found.message, ...details].join("\n").slice(0, limits.fullMessage);
  const lastLine = lines[next - 1]?.line ?? draft?.lastLine ?? 1;
  return { draft: draft && { ...draft, fullMessage, lastLine }, next };
}

function isDetail(line: BlockLine | undefined): boolean {
  if (line === undefined || line.stamp !== null) return false;
  return /^(?:LINE \d{1,9}: |DETAIL: |HINT: |CONTEXT: |STATEMENT: |QUERY: |SQLSTATE: |\s{6,}\^\s*$|(?:ORA|PLS)-\d{5}: |PL\/SQL: )/.test(
    line.text,
  );
}
