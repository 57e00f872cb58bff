import { packageName } from "../extract/environment/package-name.ts";
import type { Evidence } from "../match/verdict.ts";
import { inlineCode } from "./escape.ts";
import type { SectionContext } from "./section-context.ts";

/** Confidence from which a diagnosis counts as very likely, and as likely. */
const highConfidence = 0.9;
const mediumConfidence = 0.75;

/** How sure a diagnosis is and on what it rests, in sentences; without figures. */
export function certainty(context: SectionContext): string {
  const { match, phrases } = context;
  const agreeing = subjects(context, ({ weight }) => weight > 0);
  const against = subjects(context, ({ weight }) => weight < 0);
  const facts = [
    ...(agreeing.length > 0 ? [phrases.agree(agreeing)] : []),
    ...(against.length > 0 ? [phrases.against(against)] : []),
  ];
  const basis =
    facts.length === 0 ? "" : phrases.colon + facts.join(phrases.locale === "zh" ? "，" : "; ");
  const sure = sureness(context) + basis + phrases.stop;
  return [sure, phrases.tiers[match.knownError.verification_tier]].join(phrases.gap);
}

function sureness({ match, phrases }: SectionContext): string {
  if (match.confidence >= highConfidence) return phrases.sureness.high;
  return match.confidence >= mediumConfidence ? phrases.sureness.medium : phrases.sureness.low;
}

function subjects(context: SectionContext, counts: (evidence: Evidence) => boolean): string[] {
  const { match, phrases } = context;
  const kinds = new Set(match.evidence.filter(counts).map(({ kind }) => kind));
  return [...kinds].map((kind) => {
    const library = kind === "library" ? libraryInFrames(context) : undefined;
    return library === undefined
      ? phrases.evidence[kind]
      : phrases.libraryEvidence(inlineCode(library));
  });
}

/** The first package of the known error that the report's frames name. */
function libraryInFrames({ match, extraction }: SectionContext): string | undefined {
  const report = match.report === null ? undefined : extraction.reports[match.report];
  const inFrames = new Set(report?.frames.map((frame) => packageName(frame.package ?? "")));
  return match.knownError.packages.find((name) => inFrames.has(packageName(name)));
}
