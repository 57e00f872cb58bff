import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family, Reading } from "../family.ts";
import { singleLineReading } from "../reading/line-reading.ts";
import { limits } from "../limits.ts";

/**
 * Diagnostics of Terraform and OpenTofu: `│ Error: x` within a bar, or before 0.15 `Error: x` above
 * `on main.tf line 3`; https://github.com/hashicorp/terraform/blob/main/internal/command/format/diagnostic.go
 */
export const terraform: Family = {
  name: "terraform",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined) return null;
    const text = line.text.trimStart();
    if (text.startsWith("│ Error: ")) return readBoxed(lines, at, text);
    return text.startsWith("Error: ") && isVerbatim(line) ? readPlain(lines, at, text) : null;
  },
};

const label = "Error: ";

function readBoxed(lines: readonly BlockLine[], at: number, text: string): Reading {
  let next = at + 1;
  while (next - at < limits.messageLines && lines[next]?.text.trimStart().startsWith("│") === true)
    next += 1;
  const below = lines.slice(at + 1, next).map((line) => line.text.trimStart().replace(/^│ ?/, ""));
  return reading(lines, { at, next }, [text.slice("│ ".length + label.length), ...below]);
}

/** Lines in which the place in the configuration follows the error. */
const placeReach = 4;

function readPlain(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  const hasPlace = lines
    .slice(at + 1, at + 1 + placeReach)
    .some((line) => /^ {2}(?:on \S{1,200}\.tf(?:\.json)? line \d|with \w+\.\S)/.test(line.text));
  if (!hasPlace) return null;
  let next = at + 1;
  while (next - at < limits.messageLines && next < lines.length && !isNext(lines[next])) next += 1;
  const below = lines.slice(at + 1, next).map((line) => line.text.trimEnd());
  return reading(lines, { at, next }, [text.slice(label.length), ...below]);
}

function isNext(line: BlockLine | undefined): boolean {
  return (
    line === undefined || !isVerbatim(line) || /^(?:Error|Warning): /.test(line.text.trimStart())
  );
}

function reading(
  lines: readonly BlockLine[],
  span: { at: number; next: number },
  texts: readonly string[],
): Reading {
  const fullMessage = texts.join("\n").trim().slice(0, limits.fullMessage);
  const message = (fullMessage.split("\n", 1)[0] ?? "").trim();
  const { draft } = singleLineReading(lines, span.at, {
    type: "Error",
    message,
    kind: "line",
    language: "other",
  });
  const filled = lines.slice(span.at, span.next).findLast((line) => /[^\s│]/.test(line.text));
  const lastLine = filled?.line ?? draft?.lastLine ?? 1;
  return { draft: draft && { ...draft, fullMessage, lastLine }, next: span.next };
}
