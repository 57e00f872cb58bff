import type { Extraction, Locale } from "../extract/extraction.ts";
import type { Verdict } from "../match/verdict.ts";
import { certainty } from "./certainty.ts";
import { clamp, commentLimit } from "./clamp.ts";
import { inlineCode } from "./escape.ts";
import type { LabelDecision } from "./labels.ts";
import { withMarker } from "./marker.ts";
import { phrasesFor } from "./phrasebook.ts";
import type { Phrases } from "./phrases.ts";
import { sectionContext } from "./section-context.ts";
import type { SectionContext } from "./section-context.ts";
import { competingSections, fullSection, secondSection } from "./section.ts";

export interface CommentOptions {
  locale: Locale;
  labels: LabelDecision;
}

/** Characters kept free for the marker. */
const markerRoom = 2_000;

/** The sticky comment of a diagnosed verdict, as GitHub Markdown within GitHub's limit. */
export function renderComment(
  verdict: Extract<Verdict, { kind: "diagnosed" }>,
  extraction: Extraction,
  { locale, labels }: CommentOptions,
): string {
  const phrases = phrasesFor(locale);
  const [best, ...rest] = verdict.matches;
  const first = sectionContext(best, extraction, locale, verdict.runnersUp);
  const others = rest.map((match) => sectionContext(match, extraction, locale));
  const sections = verdict.competing
    ? competingSections([first, ...others])
    : [...fullSection(first), ...others.flatMap(secondSection)];
  const paragraphs = [...sections, suggestion(labels, phrases), fold([first, ...others], phrases)];
  const body = paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
  return withMarker(best.knownError.id, clamp(body, commentLimit - markerRoom));
}

function suggestion({ suggest }: LabelDecision, phrases: Phrases): string {
  if (suggest.length === 0) return "";
  return phrases.suggestedLabels(suggest.map(({ name }) => inlineCode(name)));
}

/** What only a reader who doubts needs to see. */
function fold(contexts: readonly SectionContext[], phrases: Phrases): string {
  const ids = contexts.map(({ match }) => inlineCode(match.knownError.id));
  const certainties = contexts.map(certainty);
  const listed = certainties.map((text, at) => `- ${text}${phrases.aside(ids[at] ?? "")}`);
  return [
    `<details><summary>${phrases.foldTitle}</summary>\n`,
    ...(contexts.length === 1 ? certainties : [...listed, ""]),
    phrases.howToCorrect(ids),
    "\n</details>",
  ].join("\n");
}
