import type { Extraction, Locale } from "../extract/extraction.ts";
import type { Verdict } from "../match/verdict.ts";
import type { LabelDecision } from "./labels.ts";
import { withMarker } from "./marker.ts";

export interface CommentOptions {
  locale: Locale;
  labels: LabelDecision;
}

/** The sticky comment of a diagnosed verdict, as GitHub Markdown. */
export function renderComment(
  verdict: Extract<Verdict, { kind: "diagnosed" }>,
  extraction: Extraction,
  options: CommentOptions,
): string {
  void extraction;
  void options;
  const { knownError } = verdict.matches[0];
  return withMarker(knownError.id, `### ${knownError.title ?? knownError.signature}\n`);
}
