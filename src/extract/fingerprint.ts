import { createHash } from "node:crypto";
import type { Draft } from "./family.ts";
import { lastPart } from "./reading/typed-message.ts";

/** Goes up whenever the same report would hash to something else. */
const version = "v1";

/**
 * `v1:` and 16 hexadecimal digits, equal for the same failure on another machine: the SHA-256 of the
 * type's last part, the message with its variable parts opened (`openMessage`) and the functions of
 * the library frames from the outermost in, without line numbers. The reporter's own frames do not count.
 */
export function fingerprintOf(report: Draft): string {
  const functions = report.frames
    .filter(({ inLibrary, function: name }) => inLibrary && name !== null)
    .map(({ package: name, function: called }) => `${name ?? ""}:${called ?? ""}`);
  const parts = [lastPart(report.type ?? ""), openMessage(report.message), ...functions];
  const hash = createHash("sha256").update(parts.join("\n")).digest("hex");
  return `${version}:${hash.slice(0, 16)}`;
}

/** A message with what differs between machines replaced: paths, URLs, addresses, devices, numbers, quoted names. */
export function openMessage(message: string): string {
  return message
    .slice(0, 1_000)
    .replace(/\b[a-z]{2,8}:\/\/\S+/gi, "<url>")
    .replace(/(["'`‘’“”])[^"'`‘’“”]{1,200}["'`‘’“”]/g, "<quoted>")
    .replace(/(?<![\w<])(?:[A-Za-z]:)?[/\\][^\s:,;()]+/g, "<path>")
    .replace(/\b0x[0-9a-f]+\b/gi, "<n>")
    .replace(/\b(?:cuda|cpu|mps|xpu|npu|hpu|meta)(?::\d+)?\b/gi, "<device>")
    .replace(/\b[0-9a-f]{8,}(?:-[0-9a-f]{4,12}){0,4}\b/gi, "<n>")
    .replace(/\d+(?:\.\d+)*/g, "<n>")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
