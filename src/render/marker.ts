import { createHash } from "node:crypto";
import type { Marker } from "./parse-marker.ts";

/** What stands around the marker in the comment. */
export const markerOpening = "<!-- signpost: ";
export const markerClosing = " -->";

/** Puts the hidden marker above a body, so that the comment and a change of it can be found again. */
export function withMarker(knownError: string, body: string): string {
  const marker: Marker = { v: 1, knownError, hash: hashOf(body) };
  return `${markerOpening}${insideHtmlComment(JSON.stringify(marker))}${markerClosing}\n${body}`;
}

function hashOf(body: string): string {
  return createHash("sha256").update(body).digest("hex").slice(0, 16);
}

/** `--` and `>` could end an HTML comment; JSON lets both be written as escapes inside strings. */
function insideHtmlComment(json: string): string {
  return json
    .replaceAll("--", "\\u002d\\u002d")
    .replaceAll("<", "\\u003c")
    .replaceAll(">", "\\u003e");
}
