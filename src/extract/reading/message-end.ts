import type { BlockLine } from "../text/block.ts";
import { isErrorType, readTypedMessage } from "./typed-message.ts";

/** True for lines that begin something else: a record, a prompt, another trace or error, a rule. */
export function endsMessage(before: BlockLine, line: BlockLine, isIndented: boolean): boolean {
  const text = line.text.trimStart();
  if (line.stamp !== null && before.stamp === null) return true;
  if (line.stamp !== null && line.stamp.level !== before.stamp?.level) return true;
  if (line.line - before.line > 8 || line.container === "title") return true;
  if (text.includes("Traceback (most recent call last)")) return true;
  if (isChainMarker(text) || prompt.test(text) || rule.test(text)) return true;
  if (otherVoices.test(text) || scriptRunners.test(text)) return true;
  if (progress.test(text) || isThreadsAssertion(text)) return true;
  if (isIndented) return false;
  const typed = readTypedMessage(text);
  return typed !== null && isErrorType(typed.type) && !announcesError(before.text);
}

const prompt =
  /^(?:[$%#>] |>>> |PS [A-Z]:|[A-Z]:\\[^:]*>|\([A-Za-z_][\w.-]*\) |[\w.-]+@[\w.-]+:|(?:In|Out) ?\[\d+\]: )/;
const rule = /^(?:-{8,}|={8,}|╭|─{4,}|\*{8,}|_{8,}|##\[|\+-|"""$)/;
/** What interpreters, launchers and shells print once a program is dead. */
const otherVoices =
  /^(?:Process finished with exit code|Exception ignored in|Exception in thread|Process \w[\w:-]{0,60}:$|During handling|Fatal Python error|terminate called|Aborted|Killed|make(?:\[\d+\])?: |srun: |(?:INFO|WARNING|DEBUG|ERROR|CRITICAL):|\[(?:\d+|PYI-\d+:ERROR)\] Failed to execute script|Failed to execute script |Extension modules: |GGML_ASSERT|The full traceback has been saved|Exception occurred:$|(?:Extension|Theme|Configuration) error|\[end of output\])/;
/** What Node and its package managers say about a script that failed. */
const scriptRunners =
  /^(?:npm (?:ERR!|error|WARN|warn) |gyp (?:ERR!|info) |error Command failed|info Visit |ELIFECYCLE|ERR_PNPM_|WARN {1,2}\S|(?:LOG|INFO|ERROR) {2}\S|Progress: resolved|➤ YN|Node\.js v\d|\(node:\d{1,9}\) |\(Use `node --trace)/;
const progress = /^(?:Epoch \d|\d{1,3}%\||\[[\d:., -]{6,}\])/;

/** A GPU's threads print while the program that called them is told. */
function isThreadsAssertion(text: string): boolean {
  return text.endsWith("failed.") && text.includes("thread: [");
}

/** True for a line behind which the error stands that it speaks of: `backend='inductor' raised:`. */
export function announcesError(text: string): boolean {
  return (
    text.endsWith(":") &&
    /\b(?:raised|error|errors|exception|reason)\b[^:]{0,60}:$/i.test(text.slice(-80))
  );
}

/** True for the line with which Python joins two exceptions of a chain. */
export function isChainMarker(text: string): boolean {
  const line = text.trim();
  return (
    line.startsWith("During handling of the above exception, another exception occurred") ||
    line.startsWith("The above exception was the direct cause of the following exception")
  );
}
