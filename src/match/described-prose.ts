import type { Extraction } from "../extract/extraction.ts";
import { activityCheck } from "./activity-check.ts";
import type { ActivityCheck } from "./activity-check.ts";
import { complaintsIn } from "./complaint.ts";
import type { Complaint } from "./complaint.ts";
import { foldCase } from "./fold.ts";
import { stemsOf } from "./symptom-phrase.ts";

/** Text of an issue in which phrases are looked for. */
export interface Passage {
  line: number;
  /** As it stands in the issue. */
  text: string;
  folded: string;
  stems: ReadonlySet<string>;
  complaints: ReadonlySet<Complaint>;
}

/** A few pieces of prose that follow each other. */
export interface Window {
  passages: readonly Passage[];
  joined: Passage;
}

/** An issue's prose, prepared once for all known errors. */
export interface DescribedProse {
  everything: Passage;
  /** Runs of a few lines: the title with what follows it, a paragraph. */
  windows: readonly Window[];
  /** For phrases with a single word beside the complaint, which must stand close to it. */
  sentences: readonly Window[];
  /** Prose and code, case-folded. */
  written: string;
  isOwnActivity: ActivityCheck;
}

const windowLength = 3;

/** Caps on hostile prose. */
const mostLines = 300;
const longestLine = 1_000;
const mostSentences = 600;

/** Reads the prose and the code of an issue. */
export function describedProse({ prose, code }: Extraction): DescribedProse {
  const lines = prose.slice(0, mostLines);
  const passages = lines.map(({ line, text }) => passageOf(line, text.slice(0, longestLine), text));
  const everything = joinPassages(passages);
  const pasted = code.slice(0, mostLines).map(({ text }) => text.slice(0, longestLine));
  const written = `${everything.folded}\n${foldCase(pasted.join("\n"))}`;
  return {
    everything,
    windows: passages.map((_, first) => windowOf(passages.slice(first, first + windowLength))),
    sentences: passages
      .filter(({ complaints }) => complaints.size > 0)
      .flatMap(sentencesOf)
      .slice(0, mostSentences)
      .map((sentence) => windowOf([sentence])),
    written,
    isOwnActivity: activityCheck(everything.folded, written),
  };
}

function sentencesOf({ line, text }: Passage): Passage[] {
  const parts = text.slice(0, longestLine).split(/[.!?] |[。！？；;]/);
  return parts.map((part) => passageOf(line, part, text));
}

function passageOf(line: number, read: string, text: string): Passage {
  const folded = foldCase(read);
  return { line, text, folded, stems: stemsOf(folded), complaints: complaintsIn(folded) };
}

function windowOf(passages: readonly Passage[]): Window {
  return { passages, joined: joinPassages(passages) };
}

function joinPassages(passages: readonly Passage[]): Passage {
  const joined = {
    line: passages[0]?.line ?? 1,
    text: "",
    folded: passages.map(({ folded }) => folded).join("\n"),
    stems: new Set<string>(),
    complaints: new Set<Complaint>(),
  };
  for (const { stems, complaints } of passages) {
    stems.forEach((stem) => joined.stems.add(stem));
    complaints.forEach((complaint) => joined.complaints.add(complaint));
  }
  return joined;
}
