import type { KnownError } from "../knowledge/known-error.ts";
import { isChinese } from "./chinese-text.ts";
import { clip, inlineCode, oneLine } from "./escape.ts";
import { inlineMarkdown } from "./inline-markdown.ts";
import type { SectionContext } from "./section-context.ts";
import { continued, withStop } from "./sentence.ts";

/** Longest explanation in characters. */
const explanationLength = 300;

type Neighbour = NonNullable<KnownError["transition_graph"]>["leads_to"][number];

/**
 * The known error this one is taken for, and how to tell them apart, one that came near in this issue
 * before others; and what may come next. Empty where the record explains neither: an id alone helps
 * nobody.
 */
export function neighbourNote(context: SectionContext): string {
  const { match, phrases, near } = context;
  const graph = match.knownError.transition_graph;
  const neighbours = graph?.frequently_confused_with ?? [];
  const nearFirst = [
    ...neighbours.filter((each) => near.has(idOf(each))),
    ...neighbours.filter((each) => !near.has(idOf(each))),
  ];
  const confused = explained(nearFirst, context);
  const next = explained(graph?.leads_to, context);
  return [
    confused === null ? "" : phrases.confusedWith(confused.id, confused.howToTell),
    next === null ? "" : phrases.leadsTo(next.id, next.howToTell),
  ]
    .filter((note) => note !== "")
    .join(phrases.gap);
}

/** What the known error `id` looks like, as the record of one it is confused with says; or empty. */
export function lookOf(id: string, other: SectionContext): string {
  const neighbours = other.match.knownError.transition_graph?.frequently_confused_with ?? [];
  const named = neighbours.filter((neighbour) => idOf(neighbour) === id);
  return explained(named, other)?.howToTell ?? "";
}

function explained(
  neighbours: readonly Neighbour[] = [],
  { phrases, placeholders }: SectionContext,
): { id: string; howToTell: string } | null {
  for (const neighbour of neighbours) {
    if (typeof neighbour === "string") continue;
    const { how_to_tell: english, how_to_tell_zh: chinese } = neighbour;
    const said = phrases.locale === "zh" && isChinese(chinese) ? chinese : english;
    if (!said?.trim()) continue;
    const explanation = withStop(clip(oneLine(said), explanationLength));
    const howToTell = inlineMarkdown(continued(explanation), placeholders);
    return { id: inlineCode(neighbour.id), howToTell };
  }
  return null;
}

function idOf(neighbour: Neighbour): string {
  return typeof neighbour === "string" ? neighbour : neighbour.id;
}
