import type { Family } from "../family.ts";
import { indentOf } from "../text/block.ts";
import { readDotnetHead } from "./dotnet-head.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Records of .NET's console logger: `fail: Shop.Cart[13]` above an indented message. Lesser levels
 * are no errors, and a record that carries an exception leaves the report to it
 * (https://learn.microsoft.com/dotnet/core/extensions/console-log-formatter).
 */
export const dotnetRecord: Family = {
  name: "dotnet record",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    if (!text.endsWith("]") || text.charAt(4) !== ":") return null;
    if (!/^(?:trce|dbug|info|warn|fail|crit): [\w.`+<>]{1,200}\[\d{1,9}\]$/.test(text)) return null;
    let next = at + 1;
    while (next - at < 20 && indentOf(lines[next]?.text ?? "") >= 6) next += 1;
    const isHarmless = !/^(?:fail|crit)/.test(text);
    const told = lines.slice(at + 1, next);
    if (told.length === 0) return null;
    const exception = told.findIndex((line) => readDotnetHead(line.text.trim())?.column === 0);
    if (exception >= 0) return { draft: null, next: at + 1 + exception };
    if (isHarmless) return { draft: null, next };
    const head = { type: text.slice(0, 4), message: told[0]?.text.trim() ?? "" };
    const error = errorOver(lines, { at: at + 1, next }, head);
    return readingOver(lines, { at, next }, { error, language: "csharp", kind: "log" });
  },
};
