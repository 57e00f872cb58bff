import type { Family } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { isShellComplaint } from "../service/shell.ts";
import { readToolLine } from "../service/tool-line.ts";

/** A title that is nothing but what a tool printed, for issues that quote it nowhere else. */
export const titleLine: Family = {
  name: "title line",
  read(lines, at) {
    const line = lines[at];
    if (line?.container !== "title") return null;
    const text = line.text
      .trim()
      .replace(/^(?:\[[^\]]{1,40}\]|(?:Bug|BUG|bug|Issue|Question|Help|Problem)):? (?=\S)/, "");
    if (isShellComplaint(text))
      return singleLineReading(lines, at, {
        type: null,
        message: text,
        kind: "inline",
        language: "shell",
      });
    const ruby = rubyLog.exec(text);
    if (ruby !== null)
      return singleLineReading(lines, at, {
        type: ruby[1] ?? null,
        message: ruby[2] ?? "",
        kind: "inline",
        language: "ruby",
      });
    const header = missingHeader.exec(text)?.[1];
    if (header !== undefined)
      return singleLineReading(lines, at, {
        type: "error",
        message: header,
        kind: "inline",
        language: "c",
      });
    const found = readToolLine(text);
    return found && singleLineReading(lines, at, { ...found, kind: "inline", language: "other" });
  },
};

/** gcc and clang, with the last line of gcc behind it where a reporter joined them. */
const missingHeader =
  /^fatal error: (\S{1,200}: No such file or directory|'[^']{1,200}' file not found)(?: compilation terminated\.)?$/;

/** An error as Rails logs it: `NoMethodError (undefined method 'x' for nil:NilClass):` */
const rubyLog =
  /^(NoMethodError|NameError) \(((?:undefined (?:local variable or )?method|uninitialized constant) .{1,300})\):?$/;
