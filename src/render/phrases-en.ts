import type { Phrases } from "./phrases.ts";

/** The comment's own words in English. */
export const englishPhrases: Phrases = {
  locale: "en",
  gap: " ",
  colon: ": ",
  stop: ".",
  aside: (text) => ` (${text})`,

  line: (line) => `line ${line}`,
  lineIn: (file, line) => `line ${line} of ${file}`,
  rank: (rank) => `rank ${rank}`,
  rankRange: (first, last) => `ranks ${first} to ${last}`,
  rankList: (ranks) => `ranks ${listed(ranks.map(String))}`,
  repeatedOn: (lines) =>
    `again on ${lines.length === 1 ? "line" : "lines"} ${listed(lines.map(String))}`,
  repeatedTimes: (times) => `${times} times in all`,

  why: "**Why.** ",
  whatWorks: "**What works**",
  whatDoesNot: "**What does not**",
  tried: (line) => `you tried this, line ${line}`,
  fromDescription:
    "There is no error text here to compare, so this rests on the description alone.",
  competing: "Two known errors fit this report equally well",
  tellApart: "**How to tell them apart**",
  alsoFound: "Also in this issue",

  versionFixed: (name, stated, fixed) => `You run ${name} ${stated}; this was fixed in ${fixed}.`,
  versionInRange: (name, stated) =>
    `You run ${name} ${stated}, one of the versions this is known for.`,
  versionOutOfRange: (name, stated, concerned) =>
    `You run ${name} ${stated}, but this is known for ${concerned}: the cause may be another one.`,
  concernedRange: (range) => `versions ${range}`,
  concernedFixed: (fixed) => `versions before ${fixed}`,
  concernedOther: "other versions",

  documentation: "Documentation",
  source: "where it is raised",
  seenElsewhere: ([first = "", ...more]) =>
    more.length === 0
      ? `[seen in another report](${first})`
      : `seen in other reports: ${numbered([first, ...more])}`,
  suggestedLabels: (labels) =>
    `Suggested ${labels.length === 1 ? "label" : "labels"}: ${labels.join(", ")} (maintainers: \`/diagnose apply\`)`,
  confusedWith: (id, howToTell) => `Easily confused with ${id}: ${howToTell}`,
  leadsTo: (id, howToTell) => `What may come next is ${id}: ${howToTell}`,

  foldTitle: "How sure, and how to correct it",
  sureness: { high: "Very likely", medium: "Likely", low: "Possible" },
  agree: (subjects) => `${listed(subjects)} ${subjects.length === 1 ? "agrees" : "agree"}`,
  against: (subjects) => `${listed(subjects)} ${subjects.length === 1 ? "does" : "do"} not`,
  evidence: {
    wording: "the wording",
    cause: "the wording of a cause",
    exception: "the exception type",
    library: "the library in use",
    domain: "the tool in use",
    version: "the stated version",
    symptom: "the description",
  },
  libraryEvidence: (library) => `${library} in the traceback`,
  tiers: {
    ai_generated: "The known error was written by a language model and nobody has checked it yet.",
    issue_seen: "The known error was seen in real issues.",
    source_checked: "The wording was checked in the library's source.",
    reproduced: "The known error was reproduced.",
    maintainer_confirmed: "The known error was confirmed by a maintainer.",
  },
  howToCorrect: (ids) =>
    `Wrong or outdated? Maintainers can edit or delete this comment. Its text comes from ${listed(ids)} in Signpost's knowledge folder.`,
};

function listed(items: string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}

function numbered(urls: string[]): string {
  return urls.map((url, index) => `[${index + 1}](${url})`).join(", ");
}
