import type { Complaint, Rule } from "../rule.ts";

/** A rate that nothing supports still decides what stands first. */
export const figuresSupported: Rule = {
  name: "figures-supported",
  own: "warning",
  foreign: null,
  check: ({ knownError }) => {
    const complaints: Complaint[] = [];
    const ask = (path: Complaint["path"], rate: unknown, sources: readonly string[]): void => {
      if (typeof rate !== "number" || sources.length > 0) return;
      const message = "a figure without a source beside it";
      complaints.push({ path, message, mend: "Cite what supports it, or remove it" });
    };
    ask(["confidence"], knownError.confidence, knownError.sources);
    ask(["fix_success_rate"], knownError.fix_success_rate, knownError.sources);
    for (const [index, { success_rate, sources }] of knownError.workarounds.entries()) {
      ask(["workarounds", index, "success_rate"], success_rate, sources);
    }
    for (const [index, { fail_rate, sources }] of knownError.dead_ends.entries()) {
      ask(["dead_ends", index, "fail_rate"], fail_rate, sources);
    }
    return complaints;
  },
};
