import type { Frame } from "./error-report.ts";
import { ownerOf } from "./frame-package.ts";

/** Reads `File "x.py", line 3, in main`; SyntaxError's frames end behind the number. */
export function readPythonFrame(text: string): Frame | null {
  const body = text.trimStart();
  if (!body.startsWith('File "') && !body.startsWith("File '") && !body.startsWith("File “"))
    return null;
  const quote = body.charAt(5) === "“" ? "”" : body.charAt(5);
  const end = body.indexOf(`${quote}, line `, 6);
  if (end < 0) return null;
  const file = body.slice(6, end);
  const rest = /^(\d{1,9})(?:, in (.*))?/.exec(body.slice(end + `${quote}, line `.length));
  if (rest === null) return null;
  const name = rest[2]?.trim();
  return {
    file,
    line: Number(rest[1]),
    function: name === undefined || name === "" ? null : unmangled(name),
    ...ownerOf(file),
  };
}

/** Markdown turns `__init__` outside fences into `**init**` or `_init_` when it is copied back. */
function unmangled(name: string): string {
  return name.replace(/^\*\*(\w+)\*\*$/, "__$1__").slice(0, 200);
}
