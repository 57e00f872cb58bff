import type { BlockLine } from "../text/block.ts";
import type { Family, Reading } from "../family.ts";
import { java } from "./java.ts";
import { readJavaTyped } from "./java-typed.ts";
import { limits } from "../limits.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Failed tests of the JVM: `[ERROR] opens(CartTest)  Time elapsed: 0.1 s  <<< FAILURE!` of Surefire,
 * `CartTest > opens() FAILED` of Gradle, each above its exception; Surefire's summary counts where
 * the exceptions are not quoted.
 */
export const jvmTest: Family = {
  name: "jvm test",
  read(lines, at) {
    const written = lines[at]?.text ?? "";
    const isSummary = written.includes("s:") || written.includes("rror:");
    if (!isSummary && !written.endsWith("!") && !written.endsWith("FAILED")) return null;
    const text = written.trim();
    if (text.includes("<<< ") && /<<< (?:FAILURE|ERROR)!$/.test(text)) return readFailed(lines, at);
    if (text.endsWith(" FAILED") && /^\S.{0,300} > .{1,300} FAILED$/.test(text))
      return readFailed(lines, at);
    return /^(?:\[ERROR\] )?(?:Failures:|Errors:|Failed tests:|Tests in error:)/.test(text)
      ? readSummary(lines, at)
      : null;
  },
};

function readFailed(lines: readonly BlockLine[], at: number): Reading | null {
  const stack = java.read(lines, at + 1);
  const firstLine = lines[at]?.line ?? 1;
  if (stack?.draft != null)
    return { draft: { ...stack.draft, kind: "test", firstLine }, next: stack.next };
  const typed = readJavaTyped(lines[at + 1]?.text.trim() ?? "");
  // A suite's own line says no more than that tests of it failed.
  if (typed === null) return { draft: null, next: at + 1 };
  let next = at + 2;
  while (next - at < 10 && /^\s+at \S/.test(lines[next]?.text ?? "")) next += 1;
  const error = errorOver(lines, { at: at + 1, next: at + 2 }, typed);
  return readingOver(lines, { at, next }, { error, language: "java", kind: "test" });
}

/** `[ERROR]   CartTest.opens:14 expected: <2> but was: <1>`, in older versions `opens(CartTest): message`. */
function readSummary(lines: readonly BlockLine[], at: number): Reading | null {
  const own = (lines[at]?.text ?? "")
    .replace(/^.{0,20}?(?:Failed tests|Tests in error):/, "")
    .trim();
  const start = own === "" || own.endsWith(":") ? at + 1 : at;
  let next = start + (start === at ? 1 : 0);
  while (next - at < limits.messageLines && isEntry(lines[next]?.text ?? "")) next += 1;
  const text = (lines[start]?.text ?? "")
    .replace(/^\[ERROR\]/, "")
    .replace(/^.{0,20}?(?:Failed tests|Tests in error):/, "")
    .trim();
  const place =
    /^[\w.$]{1,200}(?:(?:»|->)?[\w.$]{1,200}){0,4}:\d{1,7} |^[\w$]{1,200}\([\w.$]{1,200}\): /.exec(
      text,
    );
  if (place === null || wasQuoted(lines, at)) return { draft: null, next: Math.max(next, at + 1) };
  const message = text.slice(place[0].length).replace(/^» /, "");
  const error = errorOver(lines, { at: start, next: start + 1 }, { type: null, message });
  return readingOver(lines, { at, next }, { error, language: "java", kind: "test" });
}

function isEntry(text: string): boolean {
  return /^(?:\[ERROR\] )?\s{1,4}\S/.test(text) && !text.includes("Tests run:");
}

/** Lines above the summary within which the exceptions are looked for. */
const longestRun = 400;

function wasQuoted(lines: readonly BlockLine[], at: number): boolean {
  return lines.slice(Math.max(0, at - longestRun), at).some(({ text }) => text.includes("<<< "));
}
