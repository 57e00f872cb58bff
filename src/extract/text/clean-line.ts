import type { Container } from "./block.ts";
import { limits } from "../limits.ts";

/** Takes off a line what a terminal, a browser or Markdown put around a program's words. */
export function cleanLine(written: string, container: Container): string {
  let text = written;
  if (text.includes("\u001b") || text.includes("\u009b")) text = withoutAnsi(text);
  if (
    text.includes("[0m") ||
    text.includes("[0;0m") ||
    text.includes("[39m") ||
    text.includes("\ufffd[")
  )
    text = withoutBareAnsi(text);
  if (text.includes("&")) text = decodeEntities(text);
  if (container !== "fence" && text.includes("<")) text = withoutTags(text);
  if (container === "fence" && /^ {0,3}~{3,}\s*\w*$/.test(text)) text = "";
  if (text.includes("```")) text = withoutFenceMark(text);
  if (container === "prose" && text.includes("`")) text = withoutLoneMark(text);
  return text.replace(blank, " ").replace(invisible, "").slice(0, limits.line).trimEnd();
}

const blank = /[\u00a0\u0000]/g;
/** Characters without width: they would hide a secret from whoever looks for it. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** CSI sequences (ECMA-48, 5.4) and OSC links; each class is disjoint from what follows it. */
function withoutAnsi(text: string): string {
  return text
    .replace(/(?:\u001b\[|\u009b)[0-9:;<=>?]*[ -/]*[@-~]/g, "")
    .replace(/\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g, "")
    .replace(/\u001b[@-Z\\-_]/g, "");
}

/** Colour codes whose escape character was lost, or replaced, on the way into the issue. */
function withoutBareAnsi(text: string): string {
  return text.replace(/[\u001b\ufffd]?\[\d{1,3}(?:;\d{1,3}){0,4}m/g, "");
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** Named entities that occur in logs, and any character by its number. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos|nbsp));/gi,
    (entity, decimal?: string, hexadecimal?: string, name?: string) =>
      entities[name?.toLowerCase() ?? ""] ?? characterOf(decimal, hexadecimal) ?? entity,
  );
}

/** A line end or a control character stays an entity: it would break the line it stands in. */
function characterOf(decimal?: string, hexadecimal?: string): string | null {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  if (code === 9) return "\t";
  return code >= 32 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : null;
}

const tags =
  /<\/?(?:pre|code|details|summary|br|p|div|span|font|b|i|em|strong|samp|kbd|table|tr|td|tbody|li|ul)(?: [^<>]{0,200})?\s?\/?>/gi;

function withoutTags(text: string): string {
  return text.replace(tags, "");
}

/** The backtick that opens or closes a code span of several lines, where such a span was meant as a fence. */
function withoutLoneMark(text: string): string {
  const marks = text.split("`").length - 1;
  if (marks % 2 === 0) return text;
  if (/^ {0,3}`[^`\s]/.test(text)) return text.replace("`", "");
  return /[^`\s]`$/.test(text) ? text.slice(0, -1) : text;
}

/** A fence's own marks, and a mark that was glued to the first or the last line. */
function withoutFenceMark(text: string): string {
  const body = text.trimStart();
  const indent = text.slice(0, text.length - body.length);
  if (body.startsWith("```")) {
    const glued = body.replace(/^`+/, "");
    return /^\w*$/.test(glued.trim()) ? "" : indent + glued;
  }
  return text.trimEnd().endsWith("```") ? text.trimEnd().replace(/`{3,}$/, "") : text;
}
