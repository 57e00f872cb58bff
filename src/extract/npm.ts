import type { BlockLine } from "./block.ts";
import type { Family } from "./family.ts";
import { singleLineReading } from "./line-reading.ts";

/** Failures of npm: a run of `npm ERR!` lines (`npm error` since npm 10), its code and its first sentence. */
export const npm: Family = {
  name: "npm",
  read(lines, at) {
    if (errorText(lines[at]) === null) return null;
    const texts: string[] = [];
    let next = at;
    for (; next < lines.length; next += 1) {
      const text = errorText(lines[next]);
      if (text === null && lines[next]?.text.trim() !== "") break;
      if (text !== null) texts.push(text);
    }
    while (lines[next - 1]?.text.trim() === "") next -= 1;
    const code =
      texts
        .find((text) => text.startsWith("code "))
        ?.slice(5)
        .trim() ?? null;
    const message = texts.map((text) => sentenceOf(text, code)).find((text) => text !== "") ?? "";
    if (message === "" && code === null) return { draft: null, next };
    const { draft } = singleLineReading(lines, at, {
      type: code,
      message,
      kind: "log",
      language: "javascript",
    });
    return { draft: draft && { ...draft, lastLine: lines[next - 1]?.line ?? draft.line }, next };
  },
};

function errorText(line: BlockLine | undefined): string | null {
  const found = /^\s*npm (?:ERR!|error)(?: |$)/.exec(line?.text ?? "");
  return found === null ? null : (line?.text ?? "").slice(found[0].length).trim();
}

/** The words of a line without the code it may begin with; fields (`errno -2`, `path /x`) have none. */
function sentenceOf(text: string, code: string | null): string {
  if (
    /^(?:code|syscall|path|errno|dest|file|cwd|argv|node|npm|command|signal|A complete log)\b/.test(
      text,
    )
  )
    return "";
  const word = code?.toLowerCase() ?? "";
  return word !== "" && text.toLowerCase().startsWith(`${word} `)
    ? text.slice(word.length + 1).trim()
    : text;
}
