import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/**
 * What PyInstaller's loader prints below the trace of a program that failed, or alone where it shows
 * a dialog: `[1234] Failed to execute script 'main' due to unhandled exception: message`.
 */
export const pyinstaller: Family = {
  name: "PyInstaller",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.includes("Failed to execute script ")) return null;
    const found = /^(?:\[[^\]]{1,40}\] )?(Failed to execute script \S.{0,2000})$/.exec(line.text);
    if (found === null || !(isVerbatim(line) || line.container === "prose")) return null;
    const message = found[1] ?? "";
    const error = { type: null, message, kind: "line", language: "python" } as const;
    const { draft, next } = singleLineReading(lines, at, error);
    return { draft: draft && { ...draft, isAside: true }, next };
  },
};
