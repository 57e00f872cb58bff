import { RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";
import type { AST } from "@eslint-community/regexpp";
import { isQuote, isSpace } from "./fold.ts";
import { checkRegex } from "./regex-limits.ts";
import type { RegexProblem } from "./regex-limits.ts";

/** A regex of a known error in the common subset of RE2 and JavaScript, or why it is not. */
export type ParsedRegex =
  | {
      ok: true;
      /** Rewritten for `plainText`: quotes are `'`, white space is one space. */
      source: string;
      pattern: AST.Pattern;
    }
  | ({ ok: false } & RegexProblem);

/** Escapes and classes that RE2 reads in another way than JavaScript, or that only one of them knows. */
const foreignSyntax = new Set(String.raw`\A \z \Z \Q \C \a \p \P \u \c \x{ [[: [] [^]`.split(" "));

/** Each escape, and what else may be foreign. */
const escapeOrForeign = /\\(?:x\{|[^])|\[(?:\[:|\^?\])/g;

const parser = new RegExpParser({ ecmaVersion: 2025 });

/** An edit of a regex's source: what stands in `[start, end)` becomes `text`. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Parses a regex, checks it against the limits, and rewrites it for the text it will run on. */
export function parseRegex(source: string): ParsedRegex {
  const { body, isMultiline } = stripFlags(source);
  const foreign = findForeign(body);
  if (foreign !== undefined) {
    return {
      ok: false,
      problem: `uses \`${foreign}\`, which regex dialects read differently`,
      mend: "Write the characters themselves, or a class such as [a-z]",
    };
  }
  const parsed = parse(renameGroups(body));
  if (!parsed.ok) {
    return parsed;
  }
  const exceeded = checkRegex(parsed.pattern);
  if (exceeded !== null) {
    return { ok: false, ...exceeded };
  }
  const rewritten = applyEdits(parsed.source, collectEdits(parsed.pattern, isMultiline));
  return rewritten === parsed.source ? parsed : parse(rewritten);
}

function parse(source: string): ParsedRegex {
  try {
    return { ok: true, source, pattern: parser.parsePattern(source) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const mend = "Correct it; a backslash makes a character such as ( or ? plain text";
    return { ok: false, problem: `is not a valid regex: ${reason}`, mend };
  }
}

/** Leading flags: matching always ignores case and line ends; under `m` the anchors mean nothing. */
function stripFlags(source: string): { body: string; isMultiline: boolean } {
  const flags = /^\(\?[ims]+\)/.exec(source)?.[0] ?? "";
  return { body: source.slice(flags.length), isMultiline: flags.includes("m") };
}

/** The first piece of foreign syntax in a position where no backslash escapes it. */
function findForeign(source: string): string | undefined {
  return source.match(escapeOrForeign)?.find((found) => foreignSyntax.has(found));
}

/** RE2's `(?P<name>` as `(?<name>`. */
function renameGroups(source: string): string {
  return source.replace(/\\[^]|\(\?P</g, (found) => (found === "(?P<" ? "(?<" : found));
}

/** Quotes, classes, and white space in any other form than single spaces. */
const mayNeedEdits = /["`[]|[^\x20-\x7e]|\\[sntrfvx0' ]| {2}| [*+?{]/;

function collectEdits(pattern: AST.Pattern, isMultiline: boolean): Edit[] {
  const edits: Edit[] = [];
  if (!isMultiline && !mayNeedEdits.test(pattern.raw)) {
    return edits;
  }
  visitRegExpAST(pattern, {
    onAlternativeEnter: (node) => edits.push(...joinSpaces(node)),
    onAssertionEnter(node) {
      if (isMultiline && (node.kind === "start" || node.kind === "end")) {
        edits.push({ start: node.start, end: node.end, text: "" });
      }
    },
    onCharacterEnter(node) {
      if (isQuoteNode(node) && !node.parent.type.startsWith("CharacterClass")) {
        edits.push({ start: node.start, end: node.end, text: "'" });
      }
    },
    onCharacterClassEnter(node) {
      if (!node.negate && node.elements.every(isQuoteNode)) {
        edits.push({ start: node.start, end: node.end, text: "'" });
      } else if (node.elements.some(isQuoteNode) && !node.elements.some(isStraightQuote)) {
        const start = node.start + (node.negate ? 2 : 1);
        edits.push({ start, end: start, text: "'" });
      }
    },
  });
  return edits;
}

/** Neighbouring elements that match only white space become the single space of `plainText`. */
function joinSpaces({ elements }: AST.Alternative): Edit[] {
  const edits: Edit[] = [];
  let run: Edit | null = null;
  for (const element of elements) {
    const spaces = leastSpaces(element);
    if (spaces === null) {
      run = null;
    } else if (run !== null) {
      run.end = element.end;
      run.text = spaces > 0 ? " " : run.text;
    } else {
      run = { start: element.start, end: element.end, text: spaces > 0 ? " " : " ?" };
      edits.push(run);
    }
  }
  return edits;
}

/** How many characters an element needs at least when it matches only white space; else `null`. */
function leastSpaces(element: AST.Node): number | null {
  if (element.type === "Quantifier") {
    const inner = leastSpaces(element.element);
    return inner === null ? null : Math.min(element.min, inner);
  }
  if (element.type === "CharacterClass") {
    const isSpaces = !element.negate && element.elements.every((part) => leastSpaces(part) === 1);
    return isSpaces && element.elements.length > 0 ? 1 : null;
  }
  if (element.type === "CharacterSet") {
    return element.kind === "space" && !element.negate ? 1 : null;
  }
  return element.type === "Character" && isSpace(element.value) ? 1 : null;
}

function isQuoteNode(node: AST.Node): boolean {
  return node.type === "Character" && isQuote(node.value);
}

function isStraightQuote(node: AST.Node): boolean {
  return node.type === "Character" && node.value === 0x27;
}

function applyEdits(source: string, edits: readonly Edit[]): string {
  if (edits.every(({ start, end, text }) => source.slice(start, end) === text)) {
    return source;
  }
  let result = "";
  let from = 0;
  for (const edit of edits.toSorted((left, right) => left.start - right.start)) {
    result += source.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + source.slice(from);
}
