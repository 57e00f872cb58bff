import type { BlockLine } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family } from "../family.ts";

/**
 * What Linux logs of programs that it killed and of its own faults: segfaults, the OOM killer, oopses, panics.
 * https://github.com/torvalds/linux/blob/master/mm/oom_kill.c
 */
export const kernel: Family = {
  name: "kernel",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.container === "title" || !maybeKernel(line.text)) return null;
    const text = line.text
      .trim()
      .replace(/^(?:\S{1,60} )?kernel: /, "")
      .replace(/^\[ {0,8}\d{1,9}\.\d{1,9}\] /, "");
    const found = readFault(text);
    if (found === null) return null;
    const findings: Findings = { ...found, kind: "crash", language: "c" };
    return spanReading(lines, { at, next: behindTrace(lines, at) }, findings);
  },
};

function maybeKernel(text: string): boolean {
  return (
    text.includes("segfault at ") ||
    text.includes("illed process ") ||
    text.includes("BUG: ") ||
    text.includes("ernel panic") ||
    text.includes("general protection fault") ||
    text.includes("trap ")
  );
}

function readFault(text: string): Pick<Findings, "type" | "message"> | null {
  // Whoever died stands in front: `app[1234]: segfault at 0 ip 00007f sp 00007f error 4 in liba.so[7f+1000]`.
  const fault =
    /^(?:traps: )?(\S{1,100}\[\d{1,9}\]):? (segfault|trap [\w ]{3,30}|general protection(?: fault)?) (?=at |ip[: ])/.exec(
      text,
    );
  if (fault !== null)
    return {
      type: fault[2] ?? "",
      message: text.slice(text.indexOf(fault[2] ?? "") + (fault[2] ?? "").length + 1),
    };
  const killed =
    /^(Out of memory|Memory cgroup out of memory): (Kill(?:ed)? process \d.{1,400})$/.exec(text);
  if (killed !== null) return { type: killed[1] ?? "", message: killed[2] ?? "" };
  const panic = /^(Kernel panic) - (not syncing: .{1,400})$/.exec(text);
  if (panic !== null) return { type: panic[1] ?? "", message: panic[2] ?? "" };
  const bug =
    /^(?:watchdog: )?(BUG): ((?:kernel NULL pointer|unable to handle|KASAN: |KCSAN: |KMSAN: |soft lockup|Bad page|sleeping function|scheduling while|workqueue lockup|stack guard page).{1,400})$/.exec(
      text,
    );
  return bug === null ? null : { type: bug[1] ?? "", message: bug[2] ?? "" };
}

/** Lines of an oops: the registers, the modules, the call trace. */
const longest = 120;

/** An oops goes on as long as its lines say what the machine was at; other records end it. */
function behindTrace(lines: readonly BlockLine[], at: number): number {
  let next = at + 1;
  while (next < lines.length && next - at < longest && isTrace(lines[next]?.text ?? "")) next += 1;
  return next;
}

function isTrace(text: string): boolean {
  return /^(?:\[ {0,8}\d{1,9}\.\d{1,9}\] )? ?(?:#PF: |PGD |Oops: |CPU: \d|Hardware name: |RIP: |Code: |RSP: |R[A-Z0-9]{2}: |FS: |CS: |CR2: |DR\d: |PKRU: |Call Trace:|Modules linked in: |---\[ end |<\/?(?:TASK|IRQ)>|\? ?\S{1,100}\+0x|\S{1,100}\+0x[0-9a-f]{1,6}\/0x)/.test(
    text,
  );
}
