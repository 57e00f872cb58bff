import type { BlockLine } from "../text/block.ts";
import type { ReportedError } from "../error-report.ts";

/** An error that was read, and the line from which a quoted trace may follow. */
export interface QuotingError {
  error: ReportedError | null;
  /** Columns before the error. */
  indent: number;
  next: number;
}

const header = "Traceback (most recent call last):";

/** Blank lines and quotes that may stand between a message and the trace that it quotes. */
const longestGap = 3;

/**
 * Index of the trace that an error's message goes on with: PyTorch's `Original Traceback`, a text
 * between `"""`, one indented below the message or announced by its colon. `null` where none is.
 */
export function innerTraceStart(lines: readonly BlockLine[], trace: QuotingError): number | null {
  const message = trace.error?.fullMessage ?? "";
  let isQuoted = message.endsWith('"""');
  for (let at = trace.next; at < lines.length && at - trace.next <= longestGap; at += 1) {
    const text = lines[at]?.text ?? "";
    const column = text.indexOf(header);
    if (column >= 0) {
      const before = text.slice(0, column).trim();
      const isAnnounced = isQuoted || message.endsWith(":") || column > trace.indent;
      return before === "Original" || (before === "" && isAnnounced) ? at : null;
    }
    isQuoted ||= text.trim() === '"""';
    if (text.trim() !== "" && !isQuoted) return null;
  }
  return null;
}
