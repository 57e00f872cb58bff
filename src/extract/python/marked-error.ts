import type { BlockLine } from "../text/block.ts";
import { isVerbatim } from "../text/block.ts";
import type { ReportedError } from "../error-report.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";

/**
 * Errors behind a cross with a tree of causes below: pip's boxes around what another program
 * printed, and those of uv and other tools (`× No solution found ...`, `╰─▶ Because ...`); see
 * pip/_internal/exceptions.py and miette's graphical handler. Wrapped lines are joined.
 */
export const markedError: Family = {
  name: "marked error",
  read(lines, at) {
    const line = lines[at];
    const text = line?.text.trimStart() ?? "";
    const isNamed = text.startsWith("error: ");
    if (line === undefined || !(isNamed || text.startsWith("× ")) || !isVerbatim(line)) return null;
    const type = isNamed ? (/^error: ([a-z]+(?:-[a-z]+){2,8})$/.exec(text)?.[1] ?? null) : null;
    const head = type === null ? at : headBelow(lines, at);
    if (head === null || (type === null && isNamed)) return null;
    const tree = readTree(lines, head);
    if (type === null && tree.branches === 0) return null;
    const [error, ...causes] = tree.errors;
    if (error === undefined) return null;
    const fullMessage = tree.errors.map(({ message }) => message).join("\n");
    return {
      draft: {
        ...error,
        type,
        fullMessage: fullMessage.slice(0, limits.fullMessage),
        language: "python",
        kind: "build",
        frames: [],
        causes: [...causes, ...paragraphsOfOutput(lines, tree)].slice(0, limits.causes),
        firstLine: line.line,
        lastLine: lines[tree.next - 1]?.line ?? line.line,
        ...(tree.hasOutput && { isAside: true }),
      },
      next: tree.next,
    };
  },
};

/** Index of the message below pip's name for it, one blank line between them. */
function headBelow(lines: readonly BlockLine[], at: number): number | null {
  const head = lines[at + 1]?.text.trim() === "" ? at + 2 : at + 1;
  return (lines[head]?.text.trim() ?? "") === "" ? null : head;
}

interface Tree {
  /** The message and what the branches say, each joined from its lines. */
  errors: ReportedError[];
  branches: number;
  /** True when another program's output follows, or stands above, that says more. */
  hasOutput: boolean;
  /** Lines of output that pip announces below the tree. */
  outputLines: number;
  next: number;
}

/** Lines that a tree may have. */
const longestTree = 200;

function readTree(lines: readonly BlockLine[], at: number): Tree {
  const tree: Tree = { errors: [], branches: 0, hasOutput: false, outputLines: 0, next: at };
  for (let next = at; next < Math.min(lines.length, at + longestTree); next += 1) {
    const line = lines[next];
    const text = line?.text.trim() ?? "";
    if (line === undefined || text === "") break;
    const isBranch = /^[├╰└|]─[▶>]/.test(text);
    // Pip's plain form on terminals without these characters has no tree at all.
    if (next > at && !isBranch && tree.branches === 0 && !text.startsWith("│")) break;
    const told = text.replace(/^(?:×|[├╰└|]─[▶>]|│)\s*/, "");
    tree.next = next + 1;
    if (isBranch) tree.branches += 1;
    const output = /^\[(\d{1,6}) lines? of output\]$|^See above for output/.exec(told);
    if (output !== null) {
      tree.hasOutput = true;
      tree.outputLines = Number(output[1] ?? 0);
      break;
    }
    addLine(tree, { told, line: line.line, isNew: isBranch || next === at });
  }
  tree.hasOutput ||= hasOutputBelow(lines, tree.next);
  return tree;
}

/** Adds a line: to the message above it, unless a branch begins with it; pip's exit codes say nothing. */
function addLine(
  tree: Tree,
  { told, line, isNew }: { told: string; line: number; isNew: boolean },
): void {
  const last = tree.errors[tree.errors.length - 1];
  if (told === "" || told.startsWith("exit code: ")) return;
  if (isNew || last === undefined) {
    tree.errors.push({ type: null, message: told, fullMessage: told, line });
    return;
  }
  last.message = `${last.message} ${told}`.slice(0, limits.line);
  last.fullMessage = last.message;
}

function hasOutputBelow(lines: readonly BlockLine[], from: number): boolean {
  return lines
    .slice(from, from + 4)
    .some(({ text }) =>
      /^\s*(?:\[(?:stdout|stderr|\d+ lines? of output)\]|exit code: \d+)$/.test(text),
    );
}

/** Output of more lines is a compiler's, whose errors are read as such. */
const mostOutputLines = 60;

/** A paragraph of fewer characters says nothing. */
const leastParagraph = 20;

/**
 * What the other program said, paragraph by paragraph: it may be the reason in plain words ("The
 * 'sklearn' PyPI package is deprecated ..."). A trace among it is a report of its own and says all.
 */
function paragraphsOfOutput(
  lines: readonly BlockLine[],
  { next, outputLines }: Tree,
): ReportedError[] {
  if (outputLines === 0 || outputLines > mostOutputLines) return [];
  const output = lines.slice(next, next + outputLines);
  if (output.some(({ text }) => text.includes("Traceback (most recent call last)"))) return [];
  const paragraphs: ReportedError[] = [];
  let isNew = true;
  for (const { text, line } of output) {
    const said = text.trim();
    if (said === "[end of output]") break;
    const last = paragraphs.at(-1);
    if (said === "") isNew = true;
    else if (isNew || last === undefined) {
      paragraphs.push({ type: null, message: said, fullMessage: said, line });
      isNew = false;
    } else last.fullMessage = `${last.fullMessage}\n${said}`.slice(0, limits.fullMessage);
  }
  return paragraphs.filter(({ fullMessage }) => fullMessage.length >= leastParagraph);
}
