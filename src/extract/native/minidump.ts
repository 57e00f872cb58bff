import type { BlockLine } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { nativeOwnerOf } from "./native-owner.ts";

/**
 * Minidumps as Breakpad's and Mozilla's stackwalkers print them: `Crash reason:  SIGSEGV`, the address, the calls
 * of the thread that crashed.
 */
export const minidump: Family = {
  name: "minidump",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.trimStart().startsWith("Crash reason:")) return null;
    const found = /^Crash reason: {1,4}([A-Z]\w{2,60})(?: (.{1,200}))?$/.exec(line.text.trim());
    if (found === null) return null;
    const { frames, next } = readThread(lines, at);
    const message = (found[2] ?? "").trim();
    const findings: Findings = { type: found[1] ?? null, message, kind: "crash", language: "c" };
    return spanReading(lines, { at, next }, { ...findings, frames });
  },
};

/** Lines between the reason and the thread that crashed. */
const reach = 12;

function readThread(lines: readonly BlockLine[], at: number): { frames: Frame[]; next: number } {
  const below = lines.slice(at + 1, at + reach);
  const head = below.findIndex(({ text }) =>
    /^\s*Thread \d{1,6} (?:\S.{0,80} )?\(crashed\)/.test(text),
  );
  const frames: Frame[] = [];
  if (head < 0) return { frames, next: at + 1 };
  let next = at + 2 + head;
  for (; next < lines.length; next += 1) {
    const text = (lines[next]?.text ?? "").trim();
    const call = readCall(text);
    if (call !== null && frames.length < limits.frames) frames.push(call);
    else if (call === null && !isAmongCalls(text)) break;
  }
  return { frames: frames.toReversed(), next };
}

/** `0  libxul.so!f(int) [a.cpp : 12 + 0x5]`, `1  phantomjs + 0x461733`, `2  0x7fbac80711c6`. */
function readCall(text: string): Frame | null {
  const found = /^\d{1,4} {1,2}(?=\S)/.exec(text);
  if (found === null) return null;
  const body = text.slice(found[0].length);
  const place = / \[(.{1,300}?)(?::[0-9a-f]{40})? : (\d{1,7}) \+ 0x[0-9a-f]{1,16}\]$/.exec(body);
  const called = body.slice(0, place?.index ?? body.length).replace(/ \+ 0x[0-9a-f]{1,16}$/, "");
  const mark = called.indexOf("!");
  const module = mark < 0 ? called : called.slice(0, mark);
  const isAddress = /^0x[0-9a-f]+$/.test(module);
  const file = place?.[1] ?? (isAddress ? null : module);
  const name = mark < 0 ? null : called.slice(mark + 1);
  const line = place === null ? null : Number(place[2]);
  return { file, line, function: name, ...nativeOwnerOf(file) };
}

function isAmongCalls(text: string): boolean {
  return /^(?:[a-z]\w{1,5} = 0x|Found by: )/.test(text);
}
