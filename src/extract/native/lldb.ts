import type { BlockLine } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { nativeOwnerOf } from "./native-owner.ts";

/** Programs that stopped under lldb: `stop reason = EXC_BAD_ACCESS (code=1, address=0x0)`, and the calls below. */
export const lldb: Family = {
  name: "lldb",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.includes("stop reason = ") || line.container === "title")
      return null;
    const reason = line.text
      .slice(line.text.indexOf("stop reason = ") + "stop reason = ".length)
      .trim();
    const found = /^(?:signal (SIG[A-Z]{3,6})|(EXC_[A-Z_]{3,30}))(?:: | )?(.{0,300})$/.exec(reason);
    if (found === null || reason.startsWith("EXC_BREAKPOINT")) return null;
    const { frames, next } = readCalls(lines, at + 1, reason);
    const type = found[1] ?? found[2] ?? null;
    const findings: Findings = { type, message: found[3] ?? "", kind: "gdb", language: "c" };
    return spanReading(lines, { at, next }, { ...findings, frames });
  },
};

/** Lines of source and assembly that lldb shows between the calls. */
const gap = 12;

function readCalls(
  lines: readonly BlockLine[],
  from: number,
  reason: string,
): { frames: Frame[]; next: number } {
  const frames: Frame[] = [];
  const seen = new Set<string>();
  let next = from;
  for (let at = from; at < lines.length && at - next <= gap; at += 1) {
    const text = (lines[at]?.text ?? "").trim();
    // The backtrace begins with the same thread once more; another one is not this report's.
    if (/^(?:\* )?thread #/.test(text) && !text.endsWith(reason)) break;
    const call = readCall(text);
    if (call === null) continue;
    // The frame at which it stopped is printed once more on top of the backtrace.
    if (!seen.has(call.number) && frames.length < limits.frames) frames.push(call.frame);
    seen.add(call.number);
    next = at + 1;
  }
  return { frames: frames.toReversed(), next };
}

/** "* frame #0: 0x0000000100003f50 a.out`main(argc=1) at a.c:5:6", "frame #1: 0x00 dyld`start + 2544". */
function readCall(text: string): { number: string; frame: Frame } | null {
  const found = /^(?:\* )?frame #(\d{1,4}): 0x[0-9a-f]{1,16} (?=\S)/.exec(text);
  if (found === null) return null;
  const body = text.slice(found[0].length);
  const tick = body.indexOf("`");
  const module = tick < 0 ? body : body.slice(0, tick);
  const rest = tick < 0 ? "" : body.slice(tick + 1);
  const place = / at (\S.{0,300}?):(\d{1,7})(?::\d{1,5})?(?: \[.{1,40}\])?$/.exec(rest);
  const name = rest
    .slice(0, place?.index ?? rest.length)
    .replace(/ \+ \d{1,10}$/, "")
    .replace(/\((?:[\w:]{1,80}=).*\)$/, "");
  const file = place?.[1] ?? module;
  const line = place === null ? null : Number(place[2]);
  const frame = { file, line, function: name === "" ? null : name, ...nativeOwnerOf(file) };
  return { number: found[1] ?? "", frame };
}
