import { isVerbatim } from "../text/block.ts";
import { hasErrorWord } from "../line/error-sentence.ts";
import type { Family } from "../family.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * What Ruby's command-line tools say in a line: Jekyll (`Liquid Exception: message in a.html`,
 * `jekyll 3.9.3 | Error:  message`), fastlane and CocoaPods (`[!] message`, which is how they warn, too).
 */
export const rubyTools: Family = {
  name: "ruby tools",
  read(lines, at) {
    const line = lines[at];
    const text = line?.text.trim() ?? "";
    if (line === undefined || line.container === "title") return null;
    const found =
      readLiquid(text) ?? readJekyll(text) ?? (isVerbatim(line) ? readMarked(text) : null);
    if (found === null) return null;
    const error = errorOver(lines, { at, next: at + 1 }, found);
    return readingOver(lines, { at, next: at + 1 }, { error, language: "ruby", kind: "build" });
  },
};

interface Told {
  type: string | null;
  message: string;
}

function readLiquid(text: string): Told | null {
  const word = "Liquid Exception: ";
  if (!text.startsWith(word)) return null;
  const message = text.slice(word.length).replace(/ in \S{1,300}$/, "");
  return { type: "Liquid Exception", message };
}

function readJekyll(text: string): Told | null {
  const found = /^jekyll \d[\w.]{1,20} \| Error: {1,2}(?=\S)/.exec(text);
  return found === null ? null : { type: "Error", message: text.slice(found[0].length) };
}

/** Rollup's plugins use the mark as well, in front of a bracket or of a typed error. */
function readMarked(text: string): Told | null {
  if (!/^\[!\] (?!\(|[A-Z]\w{0,60}Error: |Error: )[A-Z`'"]/.test(text)) return null;
  const message = text.slice("[!] ".length);
  return hasErrorWord(message) ? { type: null, message } : null;
}
