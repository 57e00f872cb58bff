import type { BlockLine } from "../text/block.ts";
import type { Frame } from "../error-report.ts";
import type { Family } from "../family.ts";
import { classOwner } from "./jvm-package.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

const heads = new Set([
  "A fatal error has been detected by the Java Runtime Environment:",
  "There is insufficient memory for the Java Runtime Environment to continue.",
]);

/**
 * What the JVM prints when it dies itself: a signal or a failed guarantee, and the frame in which it
 * happened (https://docs.oracle.com/en/java/javase/21/troubleshoot/fatal-error-log.html).
 */
export const jvmCrash: Family = {
  name: "jvm crash",
  read(lines, at) {
    const text = plain(lines[at]);
    if (!heads.has(text)) return null;
    const reason = reasonBelow(lines, at);
    if (reason === null) return null;
    const frame = problematicFrame(lines, reason);
    const next = (frame?.at ?? reason) + 1;
    const told = plain(lines[reason]);
    const found = /^(SIG[A-Z]{2,8}|EXCEPTION_[A-Z_]{3,60}|Internal Error) (.*)$/.exec(told);
    const head = { type: found?.[1] ?? null, message: found?.[2] ?? told };
    const end = /^(?:guarantee|assert|fatal error|Error):?/.test(plain(lines[reason + 1]))
      ? reason + 2
      : reason + 1;
    const { fullMessage, ...error } = errorOver(lines, { at: reason, next: end }, head);
    const own = fullMessage.replaceAll("\n#  ", "\n");
    return readingOver(
      lines,
      { at, next },
      {
        error: { ...error, fullMessage: own },
        language: "java",
        kind: "crash",
        frames: frame === null ? [] : [frame.frame],
      },
    );
  },
};

/** Each line of the dump begins with `#`, unless a reader took the marks off. */
function plain(line: BlockLine | undefined): string {
  return (line?.text ?? "").replace(/^#/, "").trim();
}

function reasonBelow(lines: readonly BlockLine[], at: number): number | null {
  const below = lines.slice(at + 1, at + 4).findIndex((line) => plain(line) !== "");
  return below < 0 ? null : at + 1 + below;
}

function problematicFrame(
  lines: readonly BlockLine[],
  from: number,
): { frame: Frame; at: number } | null {
  for (let at = from; at < from + 20; at += 1) {
    if (plain(lines[at]) !== "Problematic frame:") continue;
    return { frame: frameIn(plain(lines[at + 1])), at: at + 1 };
  }
  return null;
}

/** `C  [libz.so.1+0x8b2c]  inflate+0x12`, `J 123 c2 com.acme.A.b()V (12 bytes) @ 0x00`, `V  [libjvm.so+0x1]`. */
function frameIn(text: string): Frame {
  const native = /^[CVvA] {1,3}\[([^\]+]{1,200})(?:\+0x[0-9a-f]{1,16})?\] {0,3}(.{0,300})$/.exec(
    text,
  );
  if (native !== null) {
    const name = (native[2] ?? "").replace(/\+0x[0-9a-f]{1,16}$/, "").trim();
    const file = native[1] ?? null;
    return {
      file,
      line: null,
      function: name === "" ? null : name,
      inLibrary: true,
      package: null,
    };
  }
  const called = /([\w$]+(?:\.[\w$<>]+)+)\(/.exec(text)?.[1] ?? null;
  return { file: null, line: null, function: called, ...classOwner(called ?? "") };
}
