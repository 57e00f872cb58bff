import type { Match } from "../match/verdict.ts";
import { clip, inlineCode, oneLine } from "./escape.ts";
import { redact } from "./redact.ts";

/** What fills the placeholders in a known error's texts. */
export interface Placeholders {
  /** Named groups of the regex: only these names are placeholders inside code. */
  names: ReadonlySet<string>;
  /** What this report has in their place. */
  captures: ReadonlyMap<string, string>;
}

/** A placeholder found in a text. */
export interface Placeholder {
  name: string;
  /** Text after `|`, `null` without one. */
  fallback: string | null;
  /** Index behind the closing brace. */
  end: number;
}

/** Longest captured text that is repeated, in characters. */
const captureLength = 120;
/** Longest text that is searched for secrets, in characters. */
const searchedLength = 4_000;

/**
 * The names and captures of one match; `matched` are the texts it was found in. A secret is often
 * known by the words before it, which a capture lacks: what is gone from the redacted texts is not
 * repeated.
 */
export function placeholdersOf(match: Match, matched: readonly string[]): Placeholders {
  const captures = new Map<string, string>();
  const shown = matched.map((text) => oneLine(redact(text.slice(0, searchedLength)))).join("\n");
  for (const [name, text] of Object.entries(match.captures)) {
    const captured = oneLine(redact(text));
    if (captured !== "" && shown.includes(captured)) {
      captures.set(name, clip(captured, captureLength));
    }
  }
  const groups = (match.knownError.regex ?? "").matchAll(/\(\?P?<([A-Za-z_]\w{0,39})>/g);
  const names = new Set(captures.keys());
  for (const group of groups) names.add(group[1] ?? "");
  return { names, captures };
}

/**
 * Reads `{name}` or `{name|fallback}` at an opening brace; `null` when it is none. Writers give a
 * fallback where an alias without the group may match: the capture stands as inline code, the
 * fallback as written, and without either the reader sees `<name>`.
 */
export function placeholderAt(
  text: string,
  start: number,
  known: Placeholders,
): Placeholder | null {
  const close = text.slice(start, start + 200).indexOf("}");
  if (close === -1) return null;
  const parts = /^([A-Za-z_]\w{0,39})(?:\|([^{]*))?$/.exec(text.slice(start + 1, start + close));
  const name = parts?.[1];
  if (name === undefined || !known.names.has(name)) return null;
  return { name, fallback: parts?.[2] ?? null, end: start + close + 1 };
}

/** Fills the placeholders inside code: the captured text itself, the fallback, or `<name>`. */
export function fillCode(code: string, known: Placeholders): string {
  let filled = "";
  let position = 0;
  for (let at = code.indexOf("{"); at !== -1; at = code.indexOf("{", Math.max(at + 1, position))) {
    const found = placeholderAt(code, at, known);
    if (found === null) continue;
    filled += code.slice(position, at);
    filled += known.captures.get(found.name) ?? found.fallback ?? standIn(found.name);
    position = found.end;
  }
  return filled + code.slice(position);
}

/** The captured text as inline code, or `<name>` where nothing was captured. */
export function filledCode(name: string, known: Placeholders): string {
  return inlineCode(known.captures.get(name) ?? standIn(name));
}

function standIn(name: string): string {
  return `<${name.replaceAll("_", "-")}>`;
}
