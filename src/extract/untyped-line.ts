import { isVerbatim } from "./block.ts";
import type { Family } from "./family.ts";
import { isCode } from "./find-typed.ts";
import { lineReading } from "./line-reading.ts";
import { isErrorType } from "./typed-message.ts";

/** Errors that are printed without a type, known by how such sentences begin or end; program output only. */
export const untypedLine: Family = {
  name: "untyped line",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isVerbatim(line)) return null;
    const text = line.text.trim();
    const isStatus = /^[A-Z_]{8,40}$/.test(text) && isErrorType(text);
    if (isStatus)
      return lineReading(lines, at, { type: text, message: "", kind: "line", language: "other" });
    if (!isErrorSentence(text) || isCode(text)) return null;
    return lineReading(lines, at, { type: null, message: text, kind: "line", language: "other" });
  },
};

const beginnings =
  /^(?:Cannot|Can't|Could not|Couldn't|Failed to|Unable to|Tried to|Error (?:connecting|loading|reading|opening|occurred|executing|creating)|CUDA (?:error|out of memory)|NCCL error|No module named|Repository Not Found for url|An error occurred) ?\b/;
const endings =
  /(?:: command not found|: No such file or directory|: Permission denied|is not recognized as an internal or external command,?(?: operable program or batch file\.?)?)$/;

function isErrorSentence(text: string): boolean {
  if (text.length > 1_500 || text.split(" ", 4).length < 3) return false;
  if (/[;{]$|^[^"'`]*\(\)/.test(text)) return false;
  return beginnings.test(text) || endings.test(text.slice(-200));
}
