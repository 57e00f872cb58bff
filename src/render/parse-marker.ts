import { z } from "zod";
import { markerClosing, markerOpening } from "./marker.ts";

/** What the hidden first line of our comment remembers. */
export const Marker = z.strictObject({
  v: z.literal(1),
  /** Id of the first match. */
  knownError: z.string().min(1).max(200),
  /** First 16 hex digits of the SHA-256 of the body below the marker. */
  hash: z.string().length(16),
});
export type Marker = z.infer<typeof Marker>;

/** The marker a comment begins with; `null` when there is none or it is not one of ours. */
export function parseMarker(comment: string): Marker | null {
  if (!comment.startsWith(markerOpening)) return null;
  const end = comment.slice(0, 1_000).indexOf(markerClosing);
  if (end === -1) return null;
  const parsed = Marker.safeParse(jsonOrNull(comment.slice(markerOpening.length, end)));
  return parsed.success ? parsed.data : null;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
