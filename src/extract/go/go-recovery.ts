import type { BlockLine } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { goOwnerOf } from "./go-package.ts";
import { limits } from "../limits.ts";

/**
 * Panics that gin's recovery middleware caught: the request, the reason, then each call's place
 * above its function and source. https://github.com/gin-gonic/gin/blob/master/recovery.go
 */
export const goRecovery: Family = {
  name: "go recovery",
  read(lines, at) {
    if (!lines[at]?.text.includes("panic recovered:")) return null;
    const first = firstCall(lines, at);
    const reason = lines[(first ?? 0) - 1];
    if (first === null || reason === undefined) return null;
    const { frames, next } = readCalls(lines, first);
    const findings: Findings = {
      type: "panic",
      message: reason.text.trim(),
      line: reason.line,
      kind: "panic",
      language: "go",
      frames,
    };
    return spanReading(lines, { at, next }, findings);
  },
};

/** Lines that the request and the reason may take. */
const reach = 40;

function firstCall(lines: readonly BlockLine[], at: number): number | null {
  const below = lines.slice(at + 2, at + reach).findIndex(({ text }) => readPlace(text) !== null);
  return below < 0 ? null : at + 2 + below;
}

/** `/x/main.go:12 (0x4a5b6c)` */
function readPlace(text: string): { file: string; line: number } | null {
  if (!text.endsWith(")") || !text.includes(" (0x")) return null;
  const found = /^(\S{1,300}):(\d{1,7}) \(0x[0-9a-f]{1,16}\)$/.exec(text.trim());
  return found === null ? null : { file: found[1] ?? "", line: Number(found[2]) };
}

function readCalls(lines: readonly BlockLine[], first: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let at = first;
  for (;;) {
    const place = readPlace(lines[at]?.text ?? "");
    if (place === null) break;
    const called = /^\s*([^\s:]{1,200}): /.exec(lines[at + 1]?.text ?? "")?.[1] ?? null;
    if (frames.length < limits.frames)
      frames.push({ ...place, function: called, ...goOwnerOf(place.file, called ?? "") });
    at += called === null ? 1 : 2;
  }
  return { frames: frames.toReversed(), next: at };
}
