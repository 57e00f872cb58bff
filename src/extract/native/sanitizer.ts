import type { BlockLine } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Frame } from "../error-report.ts";
import type { Family, Reading } from "../family.ts";
import { readSanitizerFrame, readSanitizerStack } from "./sanitizer-frame.ts";

/**
 * Reports of the sanitizers of clang and gcc, and of libFuzzer: the sanitizer is the type, the calls of the
 * first stack are the frames. https://clang.llvm.org/docs/AddressSanitizer.html
 */
export const sanitizer: Family = {
  name: "sanitizer",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.container === "title") return null;
    if (line.text.includes("runtime error: ")) return readUndefined(lines, at);
    if (!line.text.includes("Sanitizer: ") && !line.text.includes("libFuzzer: ")) return null;
    const found =
      /^(?:={2}\d{1,9}={2} ?)?(?:ERROR|WARNING): (\w{0,20}Sanitizer|libFuzzer): (?=\S)/.exec(
        line.text.trim(),
      );
    if (found === null) return null;
    const message = line.text.trim().slice(found[0].length);
    return readReport(lines, at, { type: found[1] ?? "", message });
  },
};

type Named = Pick<Findings, "type" | "message">;

function readReport(lines: readonly BlockLine[], at: number, error: Named): Reading {
  const first = firstCall(lines, at);
  const stack = first === null ? null : readSanitizerStack(lines, first);
  const frames: Frame[] = stack?.frames ?? [];
  const next = endOfReport(lines, stack?.next ?? at + 1);
  const start = /^={10,80}$/.test(lines[at - 1]?.text.trim() ?? "") ? at - 1 : at;
  const findings: Findings = { ...error, kind: "sanitizer", language: "c", frames };
  return spanReading(lines, { at: start, next }, { ...findings, line: lines[at]?.line ?? 1 });
}

/** Lines that say what was accessed, above the first call. */
const headLines = 12;

function firstCall(lines: readonly BlockLine[], at: number): number | null {
  const below = lines
    .slice(at + 1, at + headLines)
    .findIndex(({ text }) => readSanitizerFrame(text) !== null);
  return below < 0 ? null : at + 1 + below;
}

/** Lines of one report: further stacks, the summary, the shadow bytes, the legend. */
const longest = 2_000;

function endOfReport(lines: readonly BlockLine[], from: number): number {
  let next = from;
  for (let at = from; at < lines.length && at - from < longest; at += 1) {
    const text = (lines[at]?.text ?? "").trim();
    if (text === "") continue;
    if (isHead(text) || !isPart(text)) break;
    next = at + 1;
    if (/^={2}\d{1,9}={2} ?ABORTING/.test(text)) break;
  }
  return next;
}

function isHead(text: string): boolean {
  return /^(?:={2}\d{1,9}={2} ?)?(?:ERROR|WARNING): \w{0,20}Sanitizer: /.test(text);
}

function isPart(text: string): boolean {
  return (
    readSanitizerFrame(text) !== null ||
    /^(?:={2}\d{1,9}={2}|={2,}>?0x|=>|={10,}$|0x[0-9a-f]|SUMMARY: |ThreadSanitizer: reported|Shadow |HINT: |Address 0x|(?:READ|WRITE|UNKNOWN) of size|The signal is caused|Hint: |Thread T|Location is |Mutex |Previous |\[failed to restore|As if synchronized|(?:freed|previously allocated|allocated|Uninitialized) |Memory state around|(?:Direct|Indirect) leak of|This frame has|\[\d+, \d+\)|(?:Addressable|Partially|Heap|Freed|Stack|Global|Poisoned|Container|Array|Intra|ASan|Left|Right|Shadow gap|Redzone)[\w ]*:|NOTE: |MS: |Base64: |artifact_prefix|Test unit written|(?:Read|Write|Atomic \w+) of size|(?:Goroutine|Thread) )/i.test(
      text,
    )
  );
}

/** `a.c:3:5: runtime error: signed integer overflow: ...` of UndefinedBehaviorSanitizer. */
function readUndefined(lines: readonly BlockLine[], at: number): Reading | null {
  const text = lines[at]?.text.trim() ?? "";
  // Go's server puts an address in front of its own runtime's errors.
  if (text.includes("panic serving ")) return null;
  const found = /^(\S.{0,300}?):(\d{1,7})(?::(\d{1,5}))?: runtime error: (?=\S)/.exec(text);
  if (found === null || /["'`=]/.test(found[1] ?? "") || /\.(?:go|py|rb|js)$/.test(found[1] ?? ""))
    return null;
  const message = text.slice(found[0].length);
  const stack = readSanitizerStack(lines, at + 1);
  const findings: Findings = { type: "runtime error", message, kind: "sanitizer", language: "c" };
  const next = endOfReport(lines, stack.next);
  return spanReading(lines, { at, next }, { ...findings, frames: stack.frames });
}
