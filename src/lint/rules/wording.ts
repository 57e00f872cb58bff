import { wordingText } from "../../match/fold.ts";
import type { LintedRecord, Rule } from "../rule.ts";
import { neighbourIds } from "./neighbours.ts";

/** A known error answers to each of its wordings; else nobody can be helped by it. */
export const wordingAnswered: Rule = {
  name: "wording-answered",
  own: "error",
  foreign: "warning",
  check: (record, { wordings, byId }) =>
    // Alone it shows no package.
    (record.knownError.needs_package === true ? [] : wordings)
      .filter(({ id, answeredBy }) => id === record.knownError.id && !answeredBy.includes(id))
      .filter(
        ({ answeredBy }) => !answeredBy.some((other) => areNeighbours(record, byId.get(other))),
      )
      .map(({ path, answeredBy: [other] }) => ({
        path,
        message:
          other === undefined
            ? "this wording, reported alone, is not diagnosed"
            : `this wording, reported alone, is diagnosed as ${other}`,
        mend: "Give the whole message; merge the records, or declare the neighbour",
      })),
};

/** A known error keeps its hands off the wordings of others. */
export const wordingTaken: Rule = {
  name: "wording-taken",
  own: "error",
  foreign: "warning",
  check: (record, { wordings, byId }) => {
    const self = record.knownError.id;
    return wordings
      .filter(({ id, answeredBy, outdone }) => {
        const hit = answeredBy.includes(self) || outdone.includes(self);
        return id !== self && hit && !areNeighbours(record, byId.get(id));
      })
      .map(({ id, text }) => ({
        path: ["signature"],
        message: `it answers to a wording of ${id}: ${JSON.stringify(text.slice(0, 80))}`,
        mend: "Make the regex or the aliases narrower, or declare it in transition_graph",
      }));
  },
};

/** Words that a wording has at least; a shorter one is in half of all logs. */
const leastWords = 3;

/** One or two words tell no errors apart. */
export const wordingShort: Rule = {
  name: "wording-short",
  own: "warning",
  foreign: "warning",
  check: ({ knownError }) =>
    [knownError.signature, ...knownError.aliases].flatMap((text, index) => {
      if (wordsOf(text).size >= leastWords) return [];
      const path = index === 0 ? ["signature"] : ["aliases", index - 1];
      const message = `${JSON.stringify(text)} has fewer than ${leastWords} words`;
      return [{ path, message, mend: "Give the whole message as printed" }];
    }),
};

/** Share of common words from which two signatures are taken for one. */
const duplicateShare = 0.85;

/** Two records of one error split its wordings, and the comment lists both. */
export const nearDuplicate: Rule = {
  name: "near-duplicate",
  own: "error",
  foreign: "warning",
  check: (record, { records }) => {
    const words = wordsOf(record.knownError.signature);
    const twin = records.find(
      (other) =>
        // Only the later one is told, so that a pair is one finding.
        other.knownError.id < record.knownError.id &&
        !areNeighbours(record, other) &&
        similarity(words, wordsOf(other.knownError.signature)) >= duplicateShare,
    );
    if (!twin) return [];
    const message = `nearly the signature of ${twin.knownError.id}`;
    return [
      { path: ["signature"], message, mend: "Merge them, or declare it in transition_graph" },
    ];
  },
};

function areNeighbours(record: LintedRecord, other: LintedRecord | undefined): boolean {
  if (!other) return false;
  return (
    neighbourIds(record.knownError).has(other.knownError.id) ||
    neighbourIds(other.knownError).has(record.knownError.id)
  );
}

function wordsOf(wording: string): ReadonlySet<string> {
  return new Set(wordingText(wording).text.match(/\p{L}{2,}/gu) ?? []);
}

function similarity(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = left.intersection(right).size;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}
