import type { BlockLine } from "../text/block.ts";
import type { Findings } from "../reading/draft.ts";
import { spanReading } from "../reading/draft.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";

/** CTest's list of the tests that failed; why each did stands above it, if at all. */
export const ctest: Family = {
  name: "ctest",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || line.text.trim() !== "The following tests FAILED:") return null;
    let next = at + 1;
    while (next < lines.length && next - at < limits.messageLines && isTest(lines[next])) next += 1;
    if (next === at + 1) return null;
    const texts = lines.slice(at, next).map(({ text }) => text.trim());
    const isLast = lines[next]?.text.trim() === "Errors while running CTest";
    const findings: Findings = {
      type: null,
      message: texts[0] ?? "",
      fullMessage: texts.join("\n").slice(0, limits.fullMessage),
      kind: "test",
      language: "c",
      isAside: true,
    };
    return spanReading(lines, { at, next: isLast ? next + 1 : next }, findings);
  },
};

/** `	  3 - codec_test (Failed)`, `	 12 - pool_test (SEGFAULT)` */
function isTest(line: BlockLine | undefined): boolean {
  return line !== undefined && /^\s*\d{1,6} - \S.{0,300} \([A-Z][\w :]{2,60}\)/.test(line.text);
}
