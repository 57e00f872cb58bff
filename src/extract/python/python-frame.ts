import type { Frame } from "../error-report.ts";
import { ownerOf } from "../reading/frame-package.ts";
import { readTranslatedFrame } from "./translated-trace.ts";

/** Reads `File "x.py", line 3, in main`; SyntaxError's frames end behind the number. */
export function readPythonFrame(text: string): Frame | null {
  const body = text.trimStart();
  if (!body.startsWith('File "') && !body.startsWith("File '") && !body.startsWith("File “"))
    return readTranslatedFrame(body);
  const quote = body.charAt(5) === "“" ? "”" : body.charAt(5);
  const end = body.indexOf(`${quote}, line `, 6);
  if (end < 0) return null;
  const file = body.slice(6, end);
  // Without the comma it is a call of faulthandler's, which stand the other way round.
  const rest = /^(\d{1,9})(?:, in (.*)|(?! in\b))/.exec(body.slice(end + `${quote}, line `.length));
  if (rest === null) return null;
  const name = functionName(rest[2]?.trim() ?? "");
  return {
    file,
    line: Number(rest[1]),
    function: name === "" ? null : name,
    ...ownerOf(file),
  };
}

/**
 * A name without what stands behind it: autograph's stars (`call  *`), a reporter's note (`<-- here`).
 * Markdown turns `__init__` outside fences into `**init**` or `_init_` when it is copied back.
 */
function functionName(written: string): string {
  const note = /\s(?:\s|\*{1,2}$|<-|<=|#|←)/.exec(written.slice(0, 300))?.index;
  const name = written.slice(0, note ?? 200);
  return name.replace(/^\*\*(\w+)\*\*$/, "__$1__").slice(0, 200);
}
