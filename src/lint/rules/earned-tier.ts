import { verificationTiers } from "../../knowledge/known-error.ts";
import type { Rule } from "../rule.ts";

/** A tier says how far somebody checked; the sources show it. */
export const tierEarned: Rule = {
  name: "earned-tier",
  own: "error",
  foreign: "warning",
  check: ({ knownError: { verification_tier: tier, sources } }) => {
    const missing = evidenceMissing(tier, sources);
    if (missing === null) return [];
    const path = ["verification_tier"];
    return [
      {
        path,
        message: `${tier} without ${missing}`,
        mend: "Cite it in sources, or lower the tier",
      },
    ];
  },
};

/** A source that nobody can look up supports nothing. */
export const sourceForm: Rule = {
  name: "source-form",
  own: "error",
  foreign: "warning",
  check: ({ knownError: { sources } }) =>
    sources.flatMap((source, index) => {
      if (source.includes("://") || isLibrarySource(source)) return [];
      const message = `${JSON.stringify(source)} is neither an address nor owner/repo:path`;
      return [
        { path: ["sources", index], message, mend: "Write owner/repo:path or the full address" },
      ];
    }),
};

/** The highest tier up to the given one that the sources earn. */
export function earnedTier(tier: string, sources: readonly string[]): string {
  const below = verificationTiers.slice(
    0,
    verificationTiers.findIndex((name) => name === tier) + 1,
  );
  return below.findLast((name) => evidenceMissing(name, sources) === null) ?? "ai_generated";
}

function evidenceMissing(tier: string, sources: readonly string[]): string | null {
  const hasSource = sources.some(isLibrarySource);
  const hasReport = sources.some(isReport);
  switch (tier) {
    case "ai_generated":
      return null;
    case "issue_seen":
      return hasReport || hasSource ? null : "the URL of an issue in which it was seen";
    case "source_checked":
      return hasSource ? null : "the source that prints it (owner/repo:path)";
    default:
      return hasReport || hasSource ? null : "an issue or a source (owner/repo:path)";
  }
}

/** `huggingface/accelerate:src/accelerate/accelerator.py`, with a line or a version behind it if need be. */
function isLibrarySource(source: string): boolean {
  return /^[A-Za-z0-9][\w-]*\/[\w.-]+(?:@[\w./-]+)?:[^\s:/][^\s:]*/.test(source);
}

/** An issue, a pull request or a thread of a forum in which people report it. */
function isReport(source: string): boolean {
  return (
    /^https:\/\/github\.com\/[\w-]+\/[\w.-]+\/(?:issues|pull|discussions)\/\d+/.test(source) ||
    /^https:\/\/(?:stackoverflow\.com\/questions\/\d|discuss\.[\w.-]+\/t\/|huggingface\.co\/\S+\/discussions\/\d|forums\.[\w.-]+\/)/.test(
      source,
    )
  );
}
