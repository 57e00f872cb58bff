import type { BlockLine } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { readRubyCall } from "../ruby/ruby-place.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Records of Fluentd that carry an exception: `#0 unexpected error error_class=NoMethodError
 * error="message"`, its calls in records of their own
 * (https://github.com/fluent/fluentd/blob/master/lib/fluent/log.rb).
 */
export const fluentd: Family = {
  name: "fluentd",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    const found = text.includes(' error="') ? record.exec(text) : null;
    const isError = found?.[1] !== undefined || text.includes("unexpected error error=");
    if (found === null || !isError) return null;
    const message = (found[2] ?? "").replaceAll('\\"', '"').replaceAll("\\n", "\n");
    const [first = ""] = message.split("\n", 1);
    const { calls, next } = readCalls(lines, at + 1);
    const head = { type: found[1] ?? null, message: first };
    const error = { ...errorOver(lines, { at, next: at + 1 }, head), fullMessage: message };
    const kind = calls.length > 0 ? "tb" : "log";
    return readingOver(
      lines,
      { at, next },
      { error, language: "ruby", kind, frames: calls.toReversed() },
    );
  },
};

/** Fields of the record may stand in front of the error's and behind them. */
const record = /(?: error_class=([\w:]{2,120}))? error="((?:[^"\\]|\\.){1,3000})"/;

/** The records of calls are indented, stamp and all. */
const stamp = /^\s{1,8}\d{4}-\d{2}-\d{2} [\d:.]{8,18} [+-]\d{4} \[\w{4,8}\]: ?/;

function readCalls(lines: readonly BlockLine[], from: number): { calls: Frame[]; next: number } {
  const calls: Frame[] = [];
  let next = from;
  for (; next < lines.length; next += 1) {
    const call = readRubyCall((lines[next]?.text ?? "").replace(stamp, ""));
    if (call === null) break;
    calls.push(call);
  }
  return { calls, next };
}
