import { describe, expect, it } from "@jest/globals";
import { readingOf } from "../reading.ts";
import { fenced, told } from "../told.ts";

describe("databases", () => {
  it.each([
    [
      "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)",
      "ERROR 1045 (28000)|Access denied for user 'root'@'localhost' (using password: YES)",
    ],
    [
      "ERROR 1064 (42000) at line 3: You have an error in your SQL syntax",
      "ERROR 1064 (42000)|You have an error in your SQL syntax",
    ],
    ["Error Code: 1146. Table 'a.b' doesn't exist", "Error Code: 1146|Table 'a.b' doesn't exist"],
    ["#1071 - Specified key was too long", "#1071|Specified key was too long"],
    [
      "ORA-12154: TNS:could not resolve the connect identifier specified",
      "ORA-12154|TNS:could not resolve the connect identifier specified",
    ],
    [
      'SQL0204N  "A.B" is an undefined name.  SQLSTATE=42704',
      'SQL0204N|"A.B" is an undefined name.  SQLSTATE=42704',
    ],
    ["SQLSTATE[HY000] [2002] Connection refused", "SQLSTATE[HY000]|Connection refused"],
    [
      "SQLSTATE[42S02]: Base table or view not found: 1146 Table 'a.b' doesn't exist",
      "SQLSTATE[42S02]|Base table or view not found: 1146 Table 'a.b' doesn't exist",
    ],
    [
      "P1001: Can't reach database server at `db`:`5432`",
      "P1001|Can't reach database server at `db`:`5432`",
    ],
    [
      "Code: 60. DB::Exception: Received from localhost:9000. DB::Exception: Table default.x does not exist.",
      "DB::Exception|Table default.x does not exist.",
    ],
    [
      "Code: 81, e.displayText() = DB::Exception: Database a does not exist (version 20.3.8.53)",
      "DB::Exception|Database a does not exist (version 20.3.8.53)",
    ],
    [
      "Catalog Error: Table with name x does not exist!",
      "Catalog Error|Table with name x does not exist!",
    ],
    ["Error: near line 1: no such table: x", "Error|near line 1: no such table: x"],
    ["Parse error near line 1: no such table: x", "Parse error|near line 1: no such table: x"],
    ["SQLITE_BUSY: database is locked", "SQLITE_BUSY|database is locked"],
    ["(error) NOAUTH Authentication required.", "NOAUTH|Authentication required."],
    ["-ERR unknown command 'FOO'", "ERR|unknown command 'FOO'"],
    ['psql: FATAL:  role "x" does not exist', 'FATAL|role "x" does not exist'],
    [
      'FATAL:  password authentication failed for user "x"',
      'FATAL|password authentication failed for user "x"',
    ],
  ])("%s", (text, expected) => {
    expect(told(fenced(text))).toEqual([`* line ${expected} 2-2`]);
  });

  it.each([
    [
      "SQL Server",
      ["Msg 208, Level 16, State 1, Server db1, Line 1", "Invalid object name 'x'."],
      ["* line Msg 208|Invalid object name 'x'. 2-3"],
    ],
    [
      "its information",
      ["Msg 5701, Level 10, State 1, Line 1", "Changed database context to 'x'."],
      [],
    ],
    [
      "Oracle's stack",
      ["ORA-20001: no row for 3", 'ORA-06512: at "A.B", line 12', "ORA-06512: at line 1"],
      ["* line ORA-20001|no row for 3 2-4"],
    ],
    [
      "the server's log",
      ['2024-01-01 10:00:00.000 UTC [123] ERROR:  relation "x" does not exist at character 15'],
      ['* log ERROR|relation "x" does not exist at character 15 2-2'],
    ],
    ["a notice", ['NOTICE:  relation "x" already exists, skipping', "CREATE TABLE"], []],
    [
      "statements",
      ["-- ERROR 1045 is raised below", "SELECT * FROM errors WHERE code = 'ORA-00942';"],
      [],
    ],
    ["a list of codes", ["SQLITE_OK           0   /* Successful result */"], []],
    ["a list of changes", ["#1234 - Add a table of codes", "P2300: std::execution"], []],
    ["a Redis reply", ["OK", "(integer) 3", "-1"], []],
  ])("%s", (_, lines, expected) => {
    expect(told(fenced(...lines))).toEqual(expected);
  });

  it("reads what PostgreSQL says below an error", () => {
    const text = fenced(
      'ERROR:  column "b" does not exist',
      "LINE 1: select a, b from t;",
      "                  ^",
      'HINT:  Perhaps you meant to reference the column "t.a".',
      "postgres=#",
    );
    expect(readingOf(text)).toEqual({
      primary: 0,
      locale: "en",
      reports: [
        {
          language: "sql",
          kind: "line",
          type: "ERROR",
          message: 'column "b" does not exist',
          fullMessage: [
            'column "b" does not exist',
            "LINE 1: select a, b from t;",
            "                  ^",
            'HINT:  Perhaps you meant to reference the column "t.a".',
          ],
          span: [2, 5],
        },
      ],
    });
  });

  it("reads a code in prose at the line's start", () => {
    expect(told("a\n\nORA-00942: table or view does not exist")).toEqual([
      "* line ORA-00942|table or view does not exist 3-3",
    ]);
  });
});
