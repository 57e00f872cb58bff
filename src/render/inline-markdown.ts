import { inlineCode, invisibleBreak, oneLine } from "./escape.ts";
import { link, safeUrl } from "./link.ts";
import { fillCode, filledCode, placeholderAt } from "./placeholders.ts";
import type { Placeholders } from "./placeholders.ts";

/** A piece of output, and the index behind what it was read from. */
interface Token {
  markdown: string;
  end: number;
}

/**
 * One line of Markdown as a known error has it, made safe to stand in a comment: code, emphasis
 * and web links live; HTML, images, mentions and references to issues or commits do not.
 * Placeholders are filled. Its beginning cannot open a list, heading, quote or fence.
 */
export function inlineMarkdown(source: string, known: Placeholders): string {
  return guardStart(inline(oneLine(source), known));
}

function inline(source: string, known: Placeholders): string {
  let markdown = "";
  for (let at = 0; at < source.length;) {
    const token = tokenAt(source, at, known);
    // Two code spans side by side would run into each other.
    const touching = markdown.endsWith("`") && token.markdown.startsWith("`");
    markdown += touching ? invisibleBreak + token.markdown : token.markdown;
    at = token.end;
  }
  return markdown;
}

function tokenAt(source: string, at: number, known: Placeholders): Token {
  switch (source.charAt(at)) {
    case "`":
      return codeSpan(source, at, known);
    case "{":
      return placeholder(source, at, known);
    case "[":
      return bracket(source, at, known);
    case "\\":
      return escaped(source, at);
    case "<":
      return angle(source, at);
    case "&":
      return { markdown: "&amp;", end: at + 1 };
    case "!":
      return { markdown: source[at + 1] === "[" ? "\\!" : "!", end: at + 1 };
    case "@":
      return broken(source, at, /[A-Za-z0-9_-]/);
    case "#":
      return broken(source, at, /[0-9]/);
    default:
      return word(source, at);
  }
}

function codeSpan(source: string, at: number, known: Placeholders): Token {
  const ticks = matchAt(/`+/y, source, at)?.[0] ?? "`";
  const inside = at + ticks.length;
  for (const run of source.slice(inside).matchAll(/`+/g)) {
    if (run[0].length !== ticks.length) continue;
    const code = source.slice(inside, inside + run.index);
    return { markdown: inlineCode(fillCode(code, known)), end: inside + run.index + ticks.length };
  }
  return { markdown: "\\`".repeat(ticks.length), end: inside };
}

function placeholder(source: string, at: number, known: Placeholders): Token {
  const found = placeholderAt(source, at, known);
  if (found === null) return { markdown: "{", end: at + 1 };
  const { name, fallback, end } = found;
  if (fallback === null || known.captures.has(name)) {
    return { markdown: filledCode(name, known), end };
  }
  return { markdown: inline(fallback, known), end };
}

/** A web link lives; any other bracket, such as a task's box, is plain. */
function bracket(source: string, at: number, known: Placeholders): Token {
  const found = matchAt(/\[([^[\]]{1,200})\]\(([^()\s]{1,500})\)/y, source, at);
  const [whole = "", label = "", address = ""] = found ?? [];
  const url = safeUrl(address);
  if (found === null || url === null) return { markdown: "\\[", end: at + 1 };
  return { markdown: link(inline(label, known), url), end: at + whole.length };
}

/** An escape keeps its meaning, except before what is escaped in another way here. */
function escaped(source: string, at: number): Token {
  const next = source.charAt(at + 1);
  if ("@#<&".includes(next) && next !== "") return { markdown: "", end: at + 1 };
  const kept = next !== "" && "\\`*_{}[]()~|.+-!>".includes(next);
  return kept ? { markdown: `\\${next}`, end: at + 2 } : { markdown: "\\\\", end: at + 1 };
}

function angle(source: string, at: number): Token {
  const found = matchAt(/<(https?:\/\/[^\s<>]{1,500})>/y, source, at);
  const url = safeUrl(found?.[1] ?? "");
  if (found === null || url === null) return { markdown: "&lt;", end: at + 1 };
  return { markdown: `<${url}>`, end: at + found[0].length };
}

/** `@name` and `#123` stay readable but are no mention and no reference. */
function broken(source: string, at: number, live: RegExp): Token {
  const sign = source.charAt(at);
  const isLive = live.test(source.charAt(at + 1));
  return { markdown: isLive ? sign + invisibleBreak : sign, end: at + 1 };
}

const bareUrl = /https?:\/\/[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+/iy;

/** Without `_`, which may be emphasis that leaves the rest of the word alone. */
const wordHere = /[A-Za-z0-9]+/y;

function word(source: string, at: number): Token {
  const run = matchAt(wordHere, source, at)?.[0];
  if (run === undefined) return plainRun(source, at);
  const isAddress = source.startsWith("://", at + run.length);
  const scheme = isAddress ? run.search(/https?$/i) : -1;
  if (scheme === 0) return webAddress(source, at);
  const found = scheme > 0 ? run.slice(0, scheme) : run;
  const end = at + found.length;
  const after = source.slice(end, end + 3);
  const isReference = /^gh$/i.test(found) && /^\\?-[0-9]/.test(after);
  const isHost = /^www$/i.test(found) && /^\\?\./.test(after);
  if (isReference || isHost) return { markdown: found + invisibleBreak, end };
  // What may be the hash of a commit becomes code, where GitHub does not look for hashes.
  return { markdown: /^[0-9a-f]{7,40}$/i.test(found) ? inlineCode(found) : found, end };
}

/** An address is put between angle brackets, so that Chinese punctuation behind it stays outside. */
function webAddress(source: string, at: number): Token {
  const address = (matchAt(bareUrl, source, at)?.[0] ?? "").replace(/[.,;:!?'"*_~]{1,20}$/, "");
  const closed = address.includes("(") ? address : address.replace(/\){1,20}$/, "");
  const url = safeUrl(closed);
  const end = at + Math.max(closed.length, 1);
  return { markdown: url === null ? inlineCode(source.slice(at, end)) : `<${url}>`, end };
}

function plainRun(source: string, at: number): Token {
  const run = matchAt(/[^A-Za-z0-9`{[\\<&!@#]+/y, source, at)?.[0] ?? source.charAt(at);
  return { markdown: run, end: at + run.length };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** Escapes the first character where it would open a block, or make the line above a heading. */
function guardStart(line: string): string {
  const opens = /^(?:[#>|/=:]|~~~|[-+*](?: |$)|(?:[-*_] ?)+$)/.test(line);
  return opens ? `\\${line}` : line.replace(/^([0-9]{1,9})([.)])(?= |$)/, "$1\\$2");
}
