import type { BlockLine } from "../text/block.ts";
import { isChainMarker } from "../reading/message-end.ts";

/** Index of what a chain goes on with behind "During handling of ...", `null` where it ends. */
export function behindChainMarker(lines: readonly BlockLine[], from: number): number | null {
  const marker = skipBlank(lines, from);
  return isChainMarker(lines[marker]?.text ?? "") ? skipBlank(lines, marker + 1) : null;
}

function skipBlank(lines: readonly BlockLine[], from: number): number {
  let at = from;
  while (at < lines.length && at - from < 6 && lines[at]?.text.trim() === "") at += 1;
  return at;
}
