import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family } from "../family.ts";

/**
 * Reports drawn by miette: `Error: some::code` or `Error:   × message`, `× message`, causes at the arrows,
 * the source in a box, help. https://docs.rs/miette/latest/miette/struct.GraphicalReportHandler.html
 */
export const miette: Family = {
  name: "miette",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    if (text === "" || !(text.includes("×") || text.includes("Error: "))) return null;
    const line = lines[at];
    const head = line === undefined ? null : headOf(lines, at);
    if (line === undefined || head === null || !isVerbatim(line)) return null;
    const body = readBody(lines, head.at, head.message);
    const findings: Findings = {
      ...body.error,
      type: head.code ?? "Error",
      kind: "line",
      language: "rust",
    };
    const place = lines[head.at]?.line ?? line.line;
    return spanReading(
      lines,
      { at, next: body.next },
      { ...findings, line: place, causes: body.causes },
    );
  },
};

interface Head {
  code: string | null;
  message: string;
  /** Index of the line with the cross. */
  at: number;
}

function headOf(lines: readonly BlockLine[], at: number): Head | null {
  const text = (lines[at]?.text ?? "").trim();
  const crossed = /^(?:Error: {0,6})?× (?=\S)/.exec(text);
  if (crossed !== null) {
    const isReport = text.startsWith("Error:") || isDrawn(lines[at + 1]);
    return isReport ? { code: null, message: text.slice(crossed[0].length), at } : null;
  }
  const code = /^Error: ([a-z][\w]*(?:(?:::|\.)\w+){1,8})(?: \(\S{1,300}\))?$/.exec(text)?.[1];
  if (code === undefined) return null;
  const below = (lines[at + 1]?.text ?? "").trim() === "" ? at + 2 : at + 1;
  const cross = (lines[below]?.text ?? "").trim();
  return cross.startsWith("× ") ? { code, message: cross.slice(2), at: below } : null;
}

function isDrawn(line: BlockLine | undefined): boolean {
  return line !== undefined && /^\s*(?:[╭├╰│·─┬]|\d{1,6} [│·])/.test(line.text);
}

/** Lines that one report may have. */
const longest = 120;

function readBody(
  lines: readonly BlockLine[],
  at: number,
  message: string,
): {
  error: Pick<Findings, "message" | "fullMessage">;
  causes: NonNullable<Findings["causes"]>;
  next: number;
} {
  const parts = [message];
  const causes: NonNullable<Findings["causes"]> = [];
  let next = at + 1;
  for (; next < lines.length && next - at < longest; next += 1) {
    const text = lines[next]?.text ?? "";
    const body = text.trim();
    const cause = /^[├╰]─▶ (?=\S)/.exec(body);
    const told = cause === null ? "" : body.slice(cause[0].length);
    if (cause !== null)
      causes.push({ type: null, message: told, fullMessage: told, line: lines[next]?.line ?? 1 });
    else if (/^│ {1,4}\S/.test(body) && causes.length === 0) parts.push(body.slice(1).trim());
    else if (!isDrawn(lines[next]) && !/^\s+\S/.test(text)) break;
  }
  const fullMessage = parts.join("\n");
  return { error: { message, fullMessage }, causes: causes.slice(0, 20), next };
}
