import type { BlockLine } from "../text/block.ts";
import type { Family, Reading } from "../family.ts";
import { limits } from "../limits.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Failed builds of Maven. What the compiler said is the report, not that its plugin failed; Maven's
 * advice on how to see more is none
 * (https://github.com/apache/maven, MavenCli.java; plexus-compiler for the lines of compilers).
 */
export const maven: Family = {
  name: "maven",
  read(lines, at) {
    const text = lines[at]?.text ?? "";
    if (!text.startsWith("[") && !text.includes(":[") && !"FNT".includes(text.charAt(0)))
      return null;
    const body = withoutMark(text);
    if (text.startsWith("[ERROR]") && isAdvice(body)) return { draft: null, next: at + 1 };
    const compiled = readCompiled(body);
    if (compiled !== null) return readCompilerError(lines, at, compiled);
    return body.startsWith("Failed to execute goal ") || isUnread(body)
      ? readFailure(lines, at, body)
      : null;
  },
};

function withoutMark(text: string): string {
  return text.startsWith("[ERROR]") || text.startsWith("[FATAL]") ? text.slice(7).trim() : text;
}

const advice = [
  "-> [Help ",
  "To see the full stack trace",
  "Re-run Maven using",
  "For more information about the errors",
  "[Help ",
  "After correcting the problems",
  "mvn <",
  "COMPILATION ERROR",
  "Please refer to ",
  "There are test failures",
  "Tests run:",
  "symbol:",
  "location:",
];

function isAdvice(body: string): boolean {
  return body === "" || advice.some((beginning) => body.startsWith(beginning));
}

/** `/src/A.java:[12,3] cannot find symbol`, also of kotlinc and scalac behind their plugins. */
function readCompiled(body: string): string | null {
  if (!body.includes(":[")) return null;
  const place =
    /^[^\s[\]].{0,400}\.(?:java|kt|scala|groovy):\[\d{1,7},\d{1,7}\] (?:error: )?(?=\S)/.exec(body);
  return place === null ? null : body.slice(place[0].length);
}

function readCompilerError(lines: readonly BlockLine[], at: number, message: string): Reading {
  const more: string[] = [];
  let next = at + 1;
  for (; next - at < 8; next += 1) {
    const below = withoutMark(lines[next]?.text ?? "");
    if (!/^\s*(?:symbol|location|required|found|reason) ?:/.test(below)) break;
    more.push(below.trimEnd());
  }
  const error = errorOver(lines, { at, next: at + 1 }, { type: "error", message });
  const fullMessage = [error.fullMessage, ...more.map((line) => `  ${line.trim()}`)].join("\n");
  return readingOver(
    lines,
    { at, next },
    { error: { ...error, fullMessage }, language: "java", kind: "compiler" },
  );
}

function isUnread(body: string): boolean {
  return (
    body.startsWith("Non-resolvable parent POM") ||
    body.startsWith("The goal you specified requires a project")
  );
}

/** The message may go on for lines, each behind the mark, up to `-> [Help 1]`. */
function readFailure(lines: readonly BlockLine[], at: number, body: string): Reading {
  let next = at + 1;
  const texts = [body];
  while (!texts[texts.length - 1]?.includes("-> [Help ") && next - at < limits.messageLines) {
    const text = lines[next]?.text ?? "";
    if (
      !text.startsWith("[ERROR] ") ||
      isAdvice(withoutMark(text)) ||
      readCompiled(withoutMark(text)) !== null
    )
      break;
    texts.push(withoutMark(text));
    next += 1;
  }
  // The compiler's own words follow, or stand above.
  if (/: Compilation failure/.test(body) && hasCompiled(lines, at)) return { draft: null, next };
  const fullMessage = texts
    .join("\n")
    .replace(/ -> \[Help \d{1,2}\]/, "")
    .trim();
  const [message = ""] = fullMessage.split("\n", 1);
  const error = {
    ...errorOver(lines, { at, next: at + 1 }, { type: "ERROR", message }),
    fullMessage,
  };
  return readingOver(lines, { at, next }, { error, language: "java", kind: "build" });
}

function hasCompiled(lines: readonly BlockLine[], at: number): boolean {
  return lines
    .slice(Math.max(0, at - 60), at + 4)
    .some(({ text }) => readCompiled(withoutMark(text)) !== null);
}
