import type { BlockLine } from "../text/block.ts";
import { indentOf, isVerbatim } from "../text/block.ts";
import { codeSpans } from "../text/code-spans.ts";
import type { Family, Reading } from "../family.ts";
import { findTyped, isCode } from "../reading/find-typed.ts";
import { jsonBodyAt } from "../reading/json-body.ts";
import { limits } from "../limits.ts";
import { readLooseJson } from "../reading/loose-json.ts";
import type { ServiceError } from "./service-error.ts";
import { serviceErrorIn } from "./service-error.ts";
import { singleLineReading } from "../reading/line-reading.ts";

/** Errors in the JSON that a service answers with, on one line or many; also as Python and Node print such an object. */
export const service: Family = {
  name: "service",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.includes("{") || line.announced === "wish") return null;
    const column = bodyColumn(lines, at);
    if (column === null) return isVerbatim(line) ? null : readSpans(lines, at);
    const body = jsonBodyAt(lines, at, column);
    if (body === null || !keys.test(body.text)) return null;
    const error = errorIn(body.text);
    return error && withSpan(lines, { at, next: body.next }, error);
  },
};

/** One of these stands in every body that is read. */
const keys =
  /["'\s{](?:errors?|[Mm]essage|msg|errmsg|detail|title|fault|exception|Error|error\w{1,12}|description)["']?\s?:/;

/** Where the object begins: at the line's start, or behind words that speak of an answer. */
function bodyColumn(lines: readonly BlockLine[], at: number): number | null {
  const text = lines[at]?.text ?? "";
  const column = text.search(/\{(?:\s*$|\s?["'\w])/);
  if (column < 0 || column > 300) return null;
  const before = text.slice(0, column).trim();
  if (before === "") return isWithin(lines, at) ? null : column;
  if (!/[:>-]$|\b[45]\d\d$/.test(before) || /[()=]/.test(before)) return null;
  return answerWords.test(before) && findTyped(text) === null ? column : null;
}

/** True for an object within another one, or within code; a list of errors has its bracket on a line of its own. */
function isWithin(lines: readonly BlockLine[], at: number): boolean {
  const above = lines[at - 1]?.text.trim() ?? "";
  if (above === "[" || indentOf(lines[at]?.text ?? "") === 0) return false;
  return /[[({,=:]$/.test(above) || isCode(above);
}

const answerWords =
  /^(?:[\w .]{0,40}\b(?:response|answer|body|server|api|request|status|http|reply|returned|received|payload|curl)\b|.{0,60}\b[45]\d\d\b)/i;

function readSpans(lines: readonly BlockLine[], at: number): Reading | null {
  const text = lines[at]?.text ?? "";
  if (!text.includes("`{")) return null;
  for (const span of codeSpans(text)) {
    const error = span.startsWith("{") && keys.test(span) ? errorIn(span) : null;
    if (error !== null)
      return singleLineReading(lines, at, { ...error, kind: "inline", language: "other" });
  }
  return null;
}

function errorIn(text: string): ServiceError | null {
  const object = readLooseJson(text);
  return object && serviceErrorIn(object);
}

function withSpan(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
  { type, message, causes }: ServiceError,
): Reading {
  const line = lines[at]?.line ?? 1;
  const fullMessage = message.slice(0, limits.fullMessage);
  return {
    draft: {
      type,
      message: firstLine(message),
      fullMessage,
      line,
      kind: "service",
      language: "other",
      frames: [],
      causes: causes.map((cause) => ({
        type: cause.type,
        message: firstLine(cause.message),
        fullMessage: cause.message.slice(0, limits.fullMessage),
        line,
      })),
      firstLine: line,
      lastLine: lines[next - 1]?.line ?? line,
    },
    next,
  };
}

function firstLine(message: string): string {
  return (message.split("\n", 1)[0] ?? "").trim().slice(0, limits.line);
}
