import type { BlockLine } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { nativeOwnerOf } from "./native-owner.ts";

/**
 * Errors that Valgrind's tools found: `==123== Invalid read of size 4` above the calls, and what it says of the
 * memory. https://valgrind.org/docs/manual/mc-manual.html
 */
export const valgrind: Family = {
  name: "valgrind",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.startsWith("==")) return null;
    const message = textOf(line);
    if (message === null || message === "") return null;
    const died =
      /^Process terminating with default action of signal \d{1,2} \((SIG[A-Z]{3,6})\)/.exec(
        message,
      );
    const isError = died !== null || (complaint.test(message) && callBelow(lines, at));
    if (!isError) return null;
    const { frames, next } = readCalls(lines, at + 1);
    const findings: Findings = {
      type: died?.[1] ?? null,
      message,
      kind: "sanitizer",
      language: "c",
      frames,
    };
    return spanReading(lines, { at, next }, findings);
  },
};

/** What stands behind `==123== `. */
function textOf(line: BlockLine | undefined): string | null {
  const found = /^==\d{1,9}== ?/.exec(line?.text ?? "");
  return found === null ? null : (line?.text ?? "").slice(found[0].length).trim();
}

const complaint =
  /^(?:Invalid |Conditional jump or move depends on|Use of uninitialised|Mismatched free|Source and destination overlap|Syscall param |Jump to the invalid address|Argument '|Uninitialised |Illegal memory pool|Possible data race|Thread #\d+: |[\d,]+ (?:\([^)]{1,80}\) )?bytes in [\d,]+ blocks are (?:definitely|indirectly|possibly) lost|\S+ new size|realloc\(\) with size 0|Unaddressable byte)/;

function callBelow(lines: readonly BlockLine[], at: number): boolean {
  return lines.slice(at + 1, at + 4).some((line) => readCall(textOf(line) ?? "") !== null);
}

/** The calls of the first stack; further ones tell where the memory came from. */
function readCalls(lines: readonly BlockLine[], from: number): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  let isFirst = true;
  let at = from;
  for (; at < lines.length; at += 1) {
    const text = textOf(lines[at]);
    if (text === null || text === "") break;
    const call = readCall(text);
    if (call === null && frames.length > 0) isFirst = false;
    if (call !== null && isFirst && frames.length < limits.frames) frames.push(call);
  }
  return { frames: frames.toReversed(), next: at };
}

/** `at 0x4E36118: f (a.c:12)`, `by 0x1093BE: main (in /usr/bin/app)` */
function readCall(text: string): Frame | null {
  const found = /^(?:at|by) 0x[0-9A-F]{1,16}: (?=\S)/.exec(text);
  if (found === null) return null;
  const body = text.slice(found[0].length);
  const open = body.lastIndexOf(" (");
  const place = open < 0 || !body.endsWith(")") ? "" : body.slice(open + 2, -1);
  const name = open < 0 ? body : body.slice(0, open);
  const source = /^(.{1,300}):(\d{1,7})$/.exec(place);
  const file = source?.[1] ?? (place.startsWith("in ") ? place.slice(3) : null);
  const line = source === null ? null : Number(source[2]);
  const called = name === "???" ? null : name;
  return { file, line, function: called, ...nativeOwnerOf(file) };
}
