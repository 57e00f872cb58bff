import type { Family } from "../family.ts";
import { endOfCmakeMessage } from "./cmake.ts";
import { endOfDiagnostic } from "../reading/diagnostic-lines.ts";

/** Warnings of compilers, linkers and CMake with all that belongs to them: they hold no error, whatever they say. */
export const buildWarning: Family = {
  name: "build warning",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    if (!text.includes("arning")) return null;
    if (/^CMake (?:Deprecation )?Warning(?: \(dev\))? (?:at|in) /.test(text))
      return { draft: null, next: endOfCmakeMessage(lines, at) };
    const isWarning = warning.test(text.slice(0, 600));
    return isWarning ? { draft: null, next: endOfDiagnostic(lines, at) } : null;
  },
};

/** `a.c:3:1: warning: x`, `a.cpp(3): warning C4244: x`, `a.cu(3): warning #177-D: x`, `ld: warning: x`. */
const warning =
  /(?:(?::\d{1,7}|\(\d{1,7}(?:,\d{1,5})?\)) ?: |ld(?:\.exe)?: |^LINK : )[Ww]arning\b[^:]{0,20}: \S/;
