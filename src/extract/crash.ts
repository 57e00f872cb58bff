import type { Family } from "./family.ts";
import { isVerbatim } from "./block.ts";
import { singleLineReading } from "./line-reading.ts";

/** What native programs print when they die: signals, failed assertions, uncaught C++ exceptions. */
export const crash: Family = {
  name: "crash",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !isVerbatim(line)) return null;
    const text = line.text.trim().slice(0, 1_000);
    const found = readAssert(text) ?? readSignal(text);
    if (found !== null)
      return singleLineReading(lines, at, { ...found, kind: "crash", language: "other" });
    const thrown = /^terminate called after throwing an instance of '([^']{1,160})'/.exec(
      text,
    )?.[1];
    if (thrown === undefined) return null;
    const below = lines[at + 1]?.text.trim() ?? "";
    const told = below.startsWith("what():") ? below.slice(7).trim() : "";
    const reading = singleLineReading(lines, at, {
      type: thrown,
      message: told,
      kind: "crash",
      language: "c",
    });
    return told === ""
      ? reading
      : { draft: reading.draft && { ...reading.draft, lastLine: line.line + 1 }, next: at + 2 };
  },
};

interface Death {
  type: string;
  message: string;
}

/** `x.c:97: GGML_ASSERT(a > 0) failed`, `app: x.c:3: int f(): Assertion 'a' failed.` */
function readAssert(text: string): Death | null {
  const macro = /\b([A-Z][A-Z0-9_]*(?:ASSERT|CHECK))\((.*)\) failed/.exec(text);
  if (macro !== null) return { type: macro[1] ?? "", message: macro[2] ?? "" };
  const libc = /: Assertion [`'"‘](.*)['"’] failed/.exec(text);
  return libc === null ? null : { type: "Assertion", message: `${libc[1] ?? ""} failed` };
}

function readSignal(text: string): Death | null {
  const shell =
    /(?:^|\d )(Segmentation fault|Aborted|Illegal instruction|Bus error|Floating point exception|Bad system call)(?: *:? ?\d{0,3})? *(\(core dumped\))/.exec(
      text,
    );
  if (shell !== null) return { type: shell[1] ?? "", message: shell[2] ?? "" };
  if (/^(?:\S+: )?Segmentation fault$/.test(text))
    return { type: "Segmentation fault", message: "" };
  const named =
    /^(?:Fatal Python error: |Program received signal |SIGNAL \d+ \()?(SIG[A-Z]{3,6})\)?[,:.]? ?(.*)$/.exec(
      text,
    );
  return named === null || named[0] === named[1]
    ? null
    : { type: named[1] ?? "", message: named[2] ?? "" };
}
