import type { VersionFinding } from "../match/verdict.ts";
import { inlineCode, plainWord } from "./escape.ts";
import type { Phrases } from "./phrases.ts";
import type { SectionContext } from "./section-context.ts";

/** Most comparisons that are told. */
const mostNotes = 2;

/**
 * What comparing the stated versions showed, in a sentence each; empty where nothing was compared.
 * A version that speaks against the diagnosis comes first. What an unchecked record says about
 * versions is repeated only where it makes the diagnosis less sure.
 */
export function versionNotes({ match, phrases }: SectionContext): string {
  const isChecked = match.knownError.verification_tier !== "ai_generated";
  const against = match.versions.filter(({ status }) => status === "out_of_range");
  const inRange = match.versions.filter(({ status }) => status === "in_range");
  const fixed = inRange.filter((finding) => finding.fixed !== null);
  const plain = inRange.filter((finding) => finding.fixed === null);
  return [...against, ...(isChecked ? [...fixed, ...plain] : [])]
    .slice(0, mostNotes)
    .map((finding) => versionNote(finding, phrases))
    .join(phrases.gap);
}

/** One comparison as a sentence. */
export function versionNote(finding: VersionFinding, phrases: Phrases): string {
  const name = plainWord(finding.package);
  const stated = plainWord(finding.stated);
  if (finding.status === "out_of_range") {
    return phrases.versionOutOfRange(name, stated, concerned(finding, phrases));
  }
  if (finding.fixed !== null) return phrases.versionFixed(name, stated, plainWord(finding.fixed));
  return phrases.versionInRange(name, stated);
}

function concerned({ range, fixed }: VersionFinding, phrases: Phrases): string {
  if (range !== "") return phrases.concernedRange(inlineCode(range));
  return fixed === null ? phrases.concernedOther : phrases.concernedFixed(plainWord(fixed));
}
