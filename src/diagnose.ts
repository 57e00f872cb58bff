import type { Attachment } from "./extract/attachment.ts";
import { extract } from "./extract/extract.ts";
import type { Extraction, Locale } from "./extract/extraction.ts";
import type { KnowledgeBase } from "./match/knowledge-base.ts";
import { match } from "./match/match.ts";
import type { Verdict } from "./match/verdict.ts";
import { renderComment } from "./render/comment.ts";
import { decideLabels } from "./render/labels.ts";
import type { LabelDecision } from "./render/labels.ts";

export interface DiagnoseOptions {
  /** Language of the comment; `auto` follows the issue. */
  locale: Locale | "auto";
  /** True when a person asked (`/diagnose`, the command line): symptoms alone may then answer. */
  requested: boolean;
  /** Texts of the files that the issue links to, as far as they were fetched. */
  attachments?: readonly Attachment[];
}

/** Everything the core has to say about one issue. */
export interface Diagnosis {
  extraction: Extraction;
  verdict: Verdict;
  labels: LabelDecision;
  locale: Locale;
  /** Markdown of the sticky comment; `null` when the verdict abstains. */
  comment: string | null;
}

/**
 * The whole core in one function: an issue's text (title, blank line, body) held against the
 * knowledge base. Pure, and throws on no input.
 */
export function diagnose(
  text: string,
  knowledge: KnowledgeBase,
  options: DiagnoseOptions,
): Diagnosis {
  const extraction = extract(text, options.attachments);
  const verdict = match(extraction, knowledge, { requested: options.requested });
  const labels = decideLabels(verdict);
  const locale = options.locale === "auto" ? extraction.locale : options.locale;
  const comment =
    verdict.kind === "diagnosed" ? renderComment(verdict, extraction, { locale, labels }) : null;
  return { extraction, verdict, labels, locale, comment };
}
