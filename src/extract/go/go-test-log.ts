import type { BlockLine } from "../text/block.ts";
import type { LineSpan } from "../reading/draft.ts";
import type { ReportedError } from "../error-report.ts";
import { limits } from "../limits.ts";

/** What a Go test logged about its failure, and where. */
export interface GoTestLog extends Pick<ReportedError, "message" | "fullMessage" | "line"> {
  place: { file: string; line: number };
  /** Index of the first line of the log. */
  first: number;
}

/** Finds the entry of a test's log that tells the failure: the first that sounds like one, else the last. */
export function readGoTestLog(lines: readonly BlockLine[], span: LineSpan): GoTestLog | null {
  const entries = entriesOf(lines, span);
  const entry =
    entries.find(({ texts }) => failureWords.test(texts.join(" ").slice(0, 500))) ??
    entries[entries.length - 1];
  const first = entries[0];
  if (entry === undefined || first === undefined) return null;
  const told = readTestify(entry.texts) ?? entry.texts;
  const fullMessage = told.join("\n").trim().slice(0, limits.fullMessage);
  const [message = ""] = fullMessage.split("\n", 1);
  const line = lines[entry.at]?.line ?? 1;
  return { message: message.trim(), fullMessage, line, place: entry.place, first: first.at };
}

const failureWords =
  /\b(?:error|fail|expect|want|got|unexpected|not|mismatch|invalid|panic|timed? ?out|should|must|differ|wrong)|!=/i;

interface Entry {
  at: number;
  place: { file: string; line: number };
  texts: string[];
}

/** `    x_test.go:12: got 1`, with the lines of the same entry below it. */
function entriesOf(lines: readonly BlockLine[], { at, next }: LineSpan): Entry[] {
  const entries: Entry[] = [];
  for (let index = at; index < next; index += 1) {
    const text = (lines[index]?.text ?? "").trim();
    const found = /^([\w./\\-]{1,200}\.go):(\d{1,7}):(?: |$)/.exec(text);
    // What the testing package says about the whole test follows from what stands elsewhere.
    if (text.startsWith("testing.go:")) continue;
    if (found === null) entries[entries.length - 1]?.texts.push(text);
    else {
      const place = { file: found[1] ?? "", line: Number(found[2]) };
      entries.push({ at: index, place, texts: [text.slice(found[0].length)] });
    }
  }
  return entries;
}

/** The `Error:` field of a failed assertion of testify, whose fields stand in columns. */
function readTestify(texts: readonly string[]): string[] | null {
  const start = texts.findIndex((text) => text.startsWith("Error:"));
  if (start < 0) return null;
  const rest = texts.slice(start + 1);
  const end = rest.findIndex((text) => /^(?:Test|Messages):/.test(text));
  const error = (texts[start] ?? "").slice("Error:".length).trim();
  return [error, ...rest.slice(0, end < 0 ? rest.length : end)];
}
