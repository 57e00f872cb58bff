import type { Frame } from "./error-report.ts";
import { ownerOf } from "./frame-package.ts";
import { stackFamily } from "./stack-family.ts";

/** Stacks of V8 (Node, Chrome, Deno); https://v8.dev/docs/stack-trace-api */
export const javascript = stackFamily("javascript", {
  language: "javascript",
  readFrame: readV8Frame,
  isTyped: false,
  causes: ["[cause]: ", "Caused by: "],
});

/** Reads `at Object.f (/x/y.js:1:2)`, `at async /x.js:1:2` and `at Array.map (<anonymous>)`. */
export function readV8Frame(text: string): Frame | null {
  const body = text.trim();
  if (!body.startsWith("at ")) return null;
  const open = body.lastIndexOf(" (");
  const isNamed = open > 0 && body.endsWith(")");
  const place = isNamed ? body.slice(open + 2, -1) : body.slice(3).replace(/^async /, "");
  const found = /^(.{1,600}):(\d{1,9}):\d{1,9}$/.exec(place);
  if (found === null && !/^(?:<anonymous>|native|index \d+)$/.test(place)) return null;
  const called = isNamed ? body.slice(3, open).replace(/^(?:async|new) /, "") : null;
  const file = found === null ? null : (found[1] ?? "").replace(/^file:\/\//, "");
  return {
    file,
    line: found === null ? null : Number(found[2]),
    function: called,
    ...ownerOf(file),
  };
}
