import { createHash } from "node:crypto";
import { z } from "zod";

/** What the hidden first line of our comment remembers. */
export const Marker = z.strictObject({
  v: z.literal(1),
  /** Id of the first match. */
  knownError: z.string().min(1).max(200),
  /** First 16 hex digits of the SHA-256 of the body below the marker. */
  hash: z.string().length(16),
});
export type Marker = z.infer<typeof Marker>;

const opening = "<!-- signpost: ";
const closing = " -->";

/** Puts the hidden marker above a body, so that the comment and a change of it can be found again. */
export function withMarker(knownError: string, body: string): string {
  const marker: Marker = { v: 1, knownError, hash: hashOf(body) };
  return `${opening}${insideHtmlComment(JSON.stringify(marker))}${closing}\n${body}`;
}

/** The marker a comment begins with; `null` when there is none or it is not one of ours. */
export function parseMarker(comment: string): Marker | null {
  if (!comment.startsWith(opening)) return null;
  const end = comment.slice(0, 1_000).indexOf(closing);
  if (end === -1) return null;
  const parsed = Marker.safeParse(jsonOrNull(comment.slice(opening.length, end)));
  return parsed.success ? parsed.data : null;
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

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
