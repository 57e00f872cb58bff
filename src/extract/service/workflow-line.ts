import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { findTyped } from "../reading/find-typed.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { hasWords } from "../text/log-mark.ts";
import { languageOf } from "../reading/type-language.ts";

/**
 * Annotations in the logs of GitHub Actions and Azure Pipelines: `##[error]x`, `::error file=a::x`;
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const workflowLine: Family = {
  name: "workflow line",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isVerbatim(line)) return null;
    // Copied from the page of a run, the annotation's mark is gone.
    if (line.text.startsWith("Error: ") && isStepFailure(line.text))
      return { draft: null, next: at + 1 };
    const message = readAnnotation(line.text.trim());
    if (message === null || !hasWords(message)) return null;
    // A step that failed says only that; what failed stands above it.
    if (isStepFailure(message)) return { draft: null, next: at + 1 };
    const typed = findTyped(message);
    const error =
      typed === null || typed.message === ""
        ? { type: "error", message, language: "other" as const }
        : { ...typed, language: languageOf(typed.type, typed.message) };
    return singleLineReading(lines, at, { ...error, kind: "log" });
  },
};

function readAnnotation(text: string): string | null {
  if (text.startsWith("##[error]")) return text.slice("##[error]".length).trim();
  if (!text.startsWith("::error")) return null;
  const found = /^::error(?: [^:]{0,300}(?::(?!:)[^:]{0,300}){0,6})?::/.exec(text);
  return found === null ? null : text.slice(found[0].length).trim();
}

/** True for what a runner prints about any step that ends with an exit code. */
function isStepFailure(message: string): boolean {
  return /^(?:Error: )?(?:Process completed with exit code \d|Process exited with code \d|The process '[^']{1,300}' failed with exit code \d|(?:Bash|PowerShell|Cmd) exited with code '?\d|The operation was canceled)/.test(
    message,
  );
}
