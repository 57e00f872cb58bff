import type { BlockLine } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";

/**
 * Tables of crashes as backtrace.io files them: rows of attributes, classifiers (`segv`, `invalid-read`) and
 * frames. What the program said (`error.message`) goes before what the service made of it.
 * https://docs.saucelabs.com/error-reporting/workflow-integrations/github/
 */
export const crashTable: Family = {
  name: "crash table",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.container !== "html") return null;
    const text = line.text.trim();
    const isMessage = text.startsWith("error.message");
    if (!isMessage && !text.startsWith("Classifiers")) return null;
    const row = isMessage ? rowBelow(lines, at, "Classifiers") : at;
    const framesAt = row === null ? null : rowBelow(lines, row, "Frames");
    if (row === null || framesAt === null) return null;
    const [classifier] = valuesOf(lines, { at: row, next: framesAt }, "Classifiers");
    const told = isMessage ? valuesOf(lines, { at, next: at + 6 }, "error.message")[0] : undefined;
    const code = told === undefined || told.includes(" ") ? classifier : told;
    if (code === undefined) return null;
    const { frames, next } = readFrames(lines, framesAt);
    const message = code === told ? "" : (told ?? "");
    const type = code.split(" ", 1)[0] ?? null;
    const findings: Findings = { type, message, kind: "crash-html", language: "c", frames };
    const lastLine = lines[next - 1]?.line ?? line.line;
    return spanReading(lines, { at, next }, { ...findings, lastLine });
  },
};

/** Lines that the rows between two may take. */
const reach = 120;

function rowBelow(lines: readonly BlockLine[], at: number, name: string): number | null {
  const below = lines.slice(at + 1, at + reach);
  const index = below.findIndex(({ text }) => text.trimStart().startsWith(name));
  return index < 0 ? null : at + 1 + index;
}

/** What stands behind a row's name, or in the lines below it, without the count (`— 1`) of each value. */
function valuesOf(
  lines: readonly BlockLine[],
  { at, next }: { at: number; next: number },
  name: string,
): string[] {
  const texts = lines.slice(at, next).map(({ text }) => text.trim());
  const own = (texts[0] ?? "").slice(name.length);
  return [own, ...texts.slice(1)]
    .map((text) =>
      text
        .replace(/^[:\s]*(?:(?:&mdash;|—) ?\d{1,9}$)?|(?:: \d{1,9}| ?(?:&mdash;|—) ?\d{1,9})$/g, "")
        .trim(),
    )
    .filter((text) => text !== "");
}

/** One call a line, or all of them with arrows in between, innermost first. */
function readFrames(lines: readonly BlockLine[], at: number): { frames: Frame[]; next: number } {
  const own = (lines[at]?.text ?? "").trim().slice("Frames".length).trim();
  const names = own === "" ? [] : own.split(" -> ");
  let next = at + 1;
  for (let below = at + 1; below < lines.length && below - at < limits.frames; below += 1) {
    const text = (lines[below]?.text ?? "").trim();
    if (text === "" && names.length > 0) break;
    if (text !== "" && own !== "") break;
    if (text !== "") names.push(text);
    next = below + 1;
  }
  const frames = names.slice(0, limits.frames).map(frameOf);
  return { frames: frames.toReversed(), next: behindTable(lines, next) };
}

function frameOf(name: string): Frame {
  return { file: null, line: null, function: name.trim(), inLibrary: false, package: null };
}

/** The tags that close the table belong to it. */
function behindTable(lines: readonly BlockLine[], from: number): number {
  let next = from;
  while (
    next < lines.length &&
    lines[next]?.container === "html" &&
    lines[next]?.text.trim() === ""
  )
    next += 1;
  return next;
}
