import type { ErrorReport } from "./error-report.ts";
import type { Draft } from "./family.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { lastPart } from "./typed-message.ts";

/** A draft with the prefix of the block it was read from. */
export interface Found {
  draft: Draft;
  prefix: string;
}

/** Joins the repeats of one error (same type, same message) into its fullest report, in document order. */
export function mergeRepeats(found: readonly Found[]): ErrorReport[] {
  const groups = new Map<string, Found[]>();
  for (const one of found.toSorted((a, b) => a.draft.firstLine - b.draft.firstLine)) {
    const key = keyOf(one.draft);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].map(joined).toSorted((a, b) => a.firstLine - b.firstLine);
}

function keyOf({ type, message }: Draft): string {
  const words = message.replace(/\s+/g, " ").trim();
  return `${lastPart(type ?? "").toLowerCase()}\n${words}`;
}

function joined(group: readonly Found[]): ErrorReport {
  const fullest = group.reduce((best, one) =>
    weight(one.draft) > weight(best.draft) ? one : best,
  );
  const { draft } = fullest;
  const repeatedAt = group.filter((one) => one !== fullest).map((one) => one.draft.firstLine);
  const prefixes = group.map(({ prefix }) => prefix).filter((prefix) => prefix !== "");
  return {
    ...draft,
    repeatedAt: [...new Set(repeatedAt)],
    prefixes: [...new Set(prefixes)],
    fingerprint: fingerprintOf(draft),
  };
}

/** Frames and causes make a report full; a report with a printed type beats one without. */
function weight(draft: Draft): number {
  return draft.frames.length + draft.causes.length * 2 + (draft.kind === "inline" ? 0 : 1);
}
