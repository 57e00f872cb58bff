import type { BlockLine } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family, Reading } from "../family.ts";

/**
 * Crashes of Windows programs: Visual Studio's box, the event log's record, WinDbg's first words, and the names of
 * exception codes that runtimes print (`EXCEPTION_ACCESS_VIOLATION`).
 * https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/596a1078-e883-4972-9bbc-49e60bebca55
 */
export const windowsCrash: Family = {
  name: "windows crash",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text.length < 12 || line.container === "title") return null;
    if (!maybeCrash(line.text)) return null;
    const text = line.text.trim().slice(0, 1_000);
    const event = readEvent(lines, at, text);
    if (event !== null) return event;
    const found = readThrown(text) ?? readCode(text) ?? readDebugger(text);
    if (found === null) return null;
    const findings: Findings = { ...found, kind: "crash", language: "c" };
    return spanReading(lines, { at, next: behindCalls(lines, at) }, findings);
  },
};

function maybeCrash(text: string): boolean {
  return (
    text.includes("xception") ||
    text.includes("EXCEPTION_") ||
    text.includes("ccess violation") ||
    text.includes("Faulting ") ||
    text.includes("异常") ||
    text.includes("错误应用程序")
  );
}

type Crash = Pick<Findings, "type" | "message">;

/** `Unhandled exception at 0x7FF6 in a.exe: 0xC0000005: Access violation reading location 0x0.`, or in Chinese. */
function readThrown(text: string): Crash | null {
  const thrown =
    /^(?:Exception thrown|Unhandled exception(?: thrown)?|First-chance exception) at 0x[0-9A-Fa-f]{1,16} .{1,300}?: (0x[0-9A-Fa-f]{8}|Microsoft C\+\+ exception): (?=\S)/.exec(
      text,
    ) ??
    /^(?:有未经处理的异常[:：] ?)?0x[0-9A-Fa-f]{1,16} 处.{0,20}位于 .{1,300}?[:：] ?(0x[0-9A-Fa-f]{8}|Microsoft C\+\+ 异常)[:：] ?(?=\S)/.exec(
      text,
    );
  if (thrown === null) return null;
  const rest = text.slice(thrown[0].length);
  if (thrown[1]?.startsWith("0x") === true) return { type: thrown[1], message: rest };
  const type = /^([\w:<>, ]{2,200}?)(?: at memory location|,| 在|，)/.exec(rest)?.[1] ?? rest;
  return { type, message: rest.slice(type.length).trim() };
}

/** `Unhandled Exception: EXCEPTION_ACCESS_VIOLATION reading address 0x0`, `Exception: EXCEPTION_STACK_OVERFLOW at 0x7ff6`. */
function readCode(text: string): Crash | null {
  const found =
    /^(?:\[[^\]]{1,80}\] ?)?(?:[A-Z]\w{2,40}: (?:Error: )?)?(?:Fatal error!? ?)?(?:Unhandled )?(?:Exception(?:[ _]?[Cc]ode)?: ?)?(EXCEPTION_[A-Z_]{5,40})\b ?(.{0,200})$/.exec(
      text,
    );
  return found === null || /[;{}"'=]/.test(text)
    ? null
    : { type: found[1] ?? null, message: (found[2] ?? "").trim() };
}

/** WinDbg: `(4a8.5c8): Access violation - code c0000005 (first chance)`. */
function readDebugger(text: string): Crash | null {
  const found = /^\([0-9a-f]{1,8}\.[0-9a-f]{1,8}\): (\S.{2,80}) - code ([0-9a-f]{8})\b/.exec(text);
  if (found === null || /^(?:Break instruction|Unknown|C\+\+ EH)/.test(found[1] ?? "")) return null;
  return { type: found[2] ?? null, message: found[1] ?? "" };
}

/** Lines of one record of the event log. */
const eventLines = 16;

/** The record of a crash in the event log, whose fields are translated: the code is the type, the module the message. */
function readEvent(lines: readonly BlockLine[], at: number, text: string): Reading | null {
  if (
    !/^(?:Faulting application name|错误应用程序名称|Nom de l[’']application défaillante|Name der fehlerhaften Anwendung) ?[:：]/.test(
      text,
    )
  )
    return null;
  const below = lines.slice(at, at + eventLines);
  const index = below.findIndex((line) => eventCode.test(line.text));
  const code = eventCode.exec(below[index]?.text ?? "")?.[1];
  if (code === undefined) return null;
  const module = below[1]?.text.trim() ?? "";
  let next = at + index + 1;
  while (
    next - at < eventLines &&
    /^[^\s:：]{1,40}(?: [^\s:：]{1,40}){0,6} ?[:：]/.test(lines[next]?.text.trim() ?? "")
  )
    next += 1;
  const findings: Findings = { type: code, message: module, kind: "crash", language: "c" };
  return spanReading(lines, { at, next }, { ...findings, line: below[1]?.line ?? 1 });
}

const eventCode =
  /^\s*(?:Exception code|异常代码|Code d[’']exception|Ausnahmecode) ?[:：] ?(0x[0-9A-Fa-f]{8})/;

/** Unreal and its kin print the calls with the module in front of them. */
function behindCalls(lines: readonly BlockLine[], at: number): number {
  let next = at + 1;
  for (let below = at + 1; below < lines.length && below - next < 3; below += 1) {
    const text = (lines[below]?.text ?? "").trim();
    if (
      /^(?:\[[^\]]{1,80}\] ?)?(?:\[Callstack\] )?(?:0x[0-9a-fA-F]{8,16} )?[\w.-]{2,80}(?:\.dll|\.exe)?!\S/.test(
        text,
      )
    )
      next = below + 1;
    else if (text !== "") break;
  }
  return next;
}
