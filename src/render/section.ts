import { isChinese } from "./chinese-text.ts";
import { deadEnds } from "./dead-ends.ts";
import { clip } from "./escape.ts";
import { furtherReading } from "./further-reading.ts";
import { headline } from "./headline.ts";
import { inlineMarkdown } from "./inline-markdown.ts";
import { lookOf, neighbourNote } from "./neighbours.ts";
import { quote } from "./quote.ts";
import type { SectionContext } from "./section-context.ts";
import { versionNotes } from "./version-notes.ts";
import { workarounds } from "./workarounds.ts";

/** Most workarounds, and most dead ends, in the section of a single match and in a short one. */
export const mostCures = 4;
const mostCuresInShort = 2;
/** Longest root cause in characters. */
const causeLength = 1_500;

/** All there is to say about one match: paragraphs, some of them empty. */
export function fullSection(context: SectionContext): string[] {
  return [
    `### ${headline(context)}`,
    quote(context),
    rootCause(context),
    workarounds(context, mostCures),
    deadEnds(context, mostCures),
    neighbourNote(context),
    references(context),
  ];
}

/** The second of two errors in one issue, shortly. */
export function secondSection(context: SectionContext): string[] {
  const { alsoFound, colon } = context.phrases;
  return [`#### ${alsoFound}${colon}${headline(context)}`, quote(context), ...essentials(context)];
}

/** Known errors that fit the same report: its line once, how to tell them apart, then each shortly. */
export function competingSections(contexts: readonly SectionContext[]): string[] {
  const [first] = contexts;
  if (first === undefined) return [];
  return [
    `### ${first.phrases.competing}`,
    quote(first),
    tellApart(contexts),
    ...contexts.flatMap((context) => [`#### ${headline(context)}`, ...essentials(context)]),
  ];
}

/** What each looks like, as the others' records say it. */
function tellApart(contexts: readonly SectionContext[]): string {
  const notes = contexts.flatMap((context) => {
    const { id } = context.match.knownError;
    const told = contexts.map((other) => lookOf(id, other)).find((note) => note !== "");
    return told === undefined ? [] : [`- ${headline(context)}${context.phrases.colon}${told}`];
  });
  return notes.length === 0 ? "" : [contexts[0]?.phrases.tellApart, ...notes].join("\n");
}

function essentials(context: SectionContext): string[] {
  return [rootCause(context), workarounds(context, mostCuresInShort), references(context)];
}

function rootCause({ match, phrases, placeholders }: SectionContext): string {
  const { root_cause: english, root_cause_zh: chinese } = match.knownError;
  const cause = phrases.locale === "zh" && isChinese(chinese) ? chinese : english;
  if (cause.trim() === "") return "";
  const said = phrases.why + inlineMarkdown(clip(cause, causeLength), placeholders);
  const isDescribed = match.evidence.every(({ kind }) => kind !== "wording" && kind !== "cause");
  return isDescribed ? `${phrases.fromDescription}\n\n${said}` : said;
}

function references(context: SectionContext): string {
  const parts = [versionNotes(context), furtherReading(context)];
  return parts.filter((part) => part !== "").join(context.phrases.gap);
}
