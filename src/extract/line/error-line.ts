import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import { isDocumented } from "../text/docstring.ts";
import type { Family, Reading } from "../family.ts";
import { findTyped } from "../reading/find-typed.ts";
import { recordReading } from "../reading/line-reading.ts";
import { isOutputBefore, readProseError } from "./prose-error.ts";
import { languageOf } from "../reading/type-language.ts";
import { isHarmless } from "./untyped-line.ts";

/** `Type: message` without a stack: on a line of its own, within a record, or quoted in prose. */
export const errorLine: Family = {
  name: "error line",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.container === "comment" || isHarmless(line)) return null;
    return isVerbatim(line) ? readOutput(lines, at) : readProseError(lines, at);
  },
};

function readOutput(lines: readonly BlockLine[], at: number): Reading | null {
  const text = lines[at]?.text ?? "";
  const found = findTyped(text);
  if (found === null || found.message === "" || isField(found.message)) return null;
  if (!isOutputBefore(text.slice(0, found.column))) return null;
  if (isDocumented(lines, at)) return null;
  const language = languageOf(found.type, found.message);
  return recordReading(lines, at, { ...found, kind: "line", language });
}

/** A value in code (`HTTPError: restErr,`, `Error: icon{`, `Error: %s`) rather than a message. */
function isField(message: string): boolean {
  return /^(?:[&*]?[\w.[\]"'-]+(?:\(.*\))?|"[^"]*"|'[^']*'|\d+ \* [\w.]+),$|^[&*]?[\w.]+\{$|^%\w$/.test(
    message,
  );
}
