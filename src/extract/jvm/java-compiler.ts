import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { Family } from "../family.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Diagnostics of javac (`A.java:12: error: message`), kotlinc (`e: file:///A.kt:1:2 message`),
 * scalac through sbt (`[error] A.scala:1:2: message`), Scala 3 (`-- [E006] Not Found Error: ...`)
 * and Android's resource compiler.
 */
export const javaCompiler: Family = {
  name: "java compiler",
  read(lines, at) {
    const line = lines[at];
    if (line === undefined || !line.text.includes(": ") || !isVerbatim(line)) return null;
    const text = line.text.trimStart();
    if (text.startsWith("-- [E")) return readScala3(lines, at, text);
    const message = readJavac(text) ?? readScalac(text) ?? readKotlinc(text) ?? readAapt(text);
    if (message === null) return null;
    const { more, next } = text.startsWith("e: ") ? alone(at) : readBelow(lines, at + 1);
    const error = errorOver(lines, { at, next: at + 1 }, { type: "error", message });
    const fullMessage = [error.fullMessage, ...more].join("\n");
    return readingOver(
      lines,
      { at, next },
      { error: { ...error, fullMessage }, language: "java", kind: "compiler" },
    );
  },
};

/** The word for an error in the languages into which javac is translated. */
const errorWords = "error|错误|エラー|Fehler|erreur|오류|ошибка";
const javac = new RegExp(
  `^[^\\s:*"'\`][^:*"'\`]{0,400}\\.(?:java|kt|kts|groovy):\\d{1,7}(?::\\d{1,5})?: (?:${errorWords}): (?=\\S)`,
);

function readJavac(text: string): string | null {
  if (!text.includes(".java:") && !text.includes(".kt") && !text.includes(".groovy:")) return null;
  const windows = /^[A-Za-z]:[\\/]/.test(text) ? 2 : 0;
  const found = javac.exec(text.slice(windows));
  return found === null ? null : text.slice(windows + found[0].length);
}

/** Since 1.8 the place is a URL and the message follows it, before that it ended in `(12, 5):`. */
function readKotlinc(text: string): string | null {
  if (!text.startsWith("e: ")) return null;
  const body = text.slice(3).replace(/^\[\w{2,10}\] /, "");
  const place =
    /^(?:file:\/\/)?(?:[A-Za-z]:)?[^\s:].{0,400}?\.kts?:(?:\d{1,7}:\d{1,5}:?| \(\d{1,7}, \d{1,5}\):|\d{1,7}:) (?=\S)/.exec(
      body,
    );
  if (place !== null) return body.slice(place[0].length);
  return /^(?:\w+ ){2}/.test(body) || body.includes("Exception: ") ? body : null;
}

function readScalac(text: string): string | null {
  if (!text.includes(".scala:")) return null;
  const found =
    /^(?:\[error\] )?(?:[A-Za-z]:)?[^\s:*"'`]{1,400}\.scala:\d{1,7}(?::\d{1,5})?: (?:error: )?(?=\S)/.exec(
      text,
    );
  if (found === null || text.startsWith("[warn]") || text.startsWith("warning:", found[0].length))
    return null;
  const isError = text.startsWith("[error] ") || found[0].endsWith("error: ");
  return isError ? text.slice(found[0].length) : null;
}

/** `ERROR: /res/values.xml:12: AAPT: error: resource string/x not found.` */
function readAapt(text: string): string | null {
  const at = text.indexOf("AAPT: error: ");
  return at < 0 || /["'`]/.test(text.slice(0, at)) ? null : text.slice(at + "AAPT: error: ".length);
}

function alone(at: number): { more: string[]; next: number } {
  return { more: [], next: at + 1 };
}

/** Below a diagnostic stand its source, a caret, and what javac says of the symbol. */
function readBelow(lines: readonly BlockLine[], from: number): { more: string[]; next: number } {
  const more: string[] = [];
  let next = from;
  for (let at = from; at < from + 8; at += 1) {
    const text = (lines[at]?.text ?? "").replace(/^\[error\] ?/, "");
    const isTold = /^\s+(?:symbol|location|required|found|reason) ?:|^\s+where .{1,60}:$/.test(
      text,
    );
    if (isTold) more.push(text.trimEnd());
    if (isTold || /^\s*\^\s*$/.test(text)) next = at + 1;
    else if (readJavac(text) !== null || readScalac(text) !== null || text.startsWith("e: ")) break;
  }
  return { more, next };
}

/** Scala 3 draws a frame: the code in the first line, the message behind bars below the caret. */
function readScala3(lines: readonly BlockLine[], at: number, text: string) {
  const found = /^-- \[(E\d{3})\] [\w ]{1,60}Error: \S{1,300}:\d{1,7}/.exec(text);
  if (found === null) return null;
  let next = at + 1;
  while (next - at < 40 && /^(?:\[error\] )?\s*\d{0,6} ?\|/.test(lines[next]?.text ?? ""))
    next += 1;
  const caret = lines.slice(at, next).findIndex((line) => /\|\s*\^+\s*$/.test(line.text));
  const told = lines
    .slice(at + caret + 1, next)
    .map((line) => line.text.slice(line.text.indexOf("|") + 1).trim());
  if (caret < 0 || told.length === 0) return null;
  const fullMessage = told.join("\n").trim();
  const [message = ""] = fullMessage.split("\n", 1);
  const error = {
    ...errorOver(lines, { at, next: at + 1 }, { type: found[1] ?? null, message }),
    fullMessage,
  };
  return readingOver(lines, { at, next }, { error, language: "java", kind: "compiler" });
}
