import { align } from "./alignment.ts";
import { foldCase, plainText, wordingText } from "./fold.ts";
import type { KnowledgeBase } from "./knowledge-base.ts";
import type { LiteralIndex } from "./literal-index.ts";
import { nearLines } from "./near-lines.ts";
import type { NearLine } from "./near-lines.ts";
import { engineBudget, occursPattern } from "./pattern.ts";
import type { EngineBudget } from "./pattern.ts";

/** A known error that a line of a text names. */
export interface Occurrence {
  /** Its position in the knowledge base. */
  owner: number;
  /** From 0; the first line that names it. */
  line: number;
}

/** Characters that engines may read for each one of a text, beside those for any issue. */
const engineShare = 4;

/** Cap on hostile texts: characters of lines held against known errors, and for each one of the text. */
const mostSearched = 2_000_000;
const searchShare = 40;

/** Known errors that lines of a log name, by regex or by a whole wording, by their positions. */
export function scan(knowledge: KnowledgeBase, text: string): Occurrence[] {
  const first = new Map<number, number>();
  for (const { owner, line } of scanPatterns(knowledge, text).concat(
    scanWordings(knowledge, text),
  )) {
    first.set(owner, Math.min(line, first.get(owner) ?? line));
  }
  return Array.from(first, ([owner, line]) => ({ owner, line })).sort(byOwner);
}

/** Known errors whose regex matches a line of a text, by their positions. */
export function scanPatterns(
  { patterns, patternAt }: KnowledgeBase,
  text: string,
  budget: EngineBudget = { engine: engineBudget + engineShare * text.length },
): Occurrence[] {
  const formOf = formOnce((line) => {
    const { text: plain } = plainText(line);
    return { plain, folded: foldCase(plain) };
  });
  return confirmed(patterns, text, (near) => {
    const pattern = patternAt(near.owner);
    const { plain, folded } = formOf(near);
    return pattern !== null && occursPattern(pattern, plain, folded, budget);
  });
}

function scanWordings(
  { wordings, preparedAt, weights }: KnowledgeBase,
  text: string,
): Occurrence[] {
  const formOf = formOnce((line) => wordingText(line).text);
  return confirmed(wordings, text, (near) =>
    preparedAt(near.owner).wordings.some(
      (wording) => align(wording, formOf(near), weights)?.extent === "whole",
    ),
  );
}

function confirmed(
  index: LiteralIndex,
  text: string,
  holds: (near: NearLine) => boolean,
): Occurrence[] {
  const occurrences: Occurrence[] = [];
  let left = mostSearched + searchShare * text.length;
  for (const near of nearLines(index, text)) {
    const isKnown = occurrences.at(-1)?.owner === near.owner;
    if (isKnown || left < near.text.length) {
      continue;
    }
    left -= near.text.length;
    if (holds(near)) {
      occurrences.push({ owner: near.owner, line: near.line });
    }
  }
  return occurrences;
}

/** Lines in another form, each of which is made once. */
function formOnce<Form>(make: (text: string) => Form): (line: NearLine) => Form {
  const forms = new Map<number, Form>();
  return ({ line, text }) => {
    const form = forms.get(line) ?? make(text);
    forms.set(line, form);
    return form;
  };
}

function byOwner(left: Occurrence, right: Occurrence): number {
  return left.owner - right.owner;
}
