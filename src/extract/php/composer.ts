import type { BlockLine } from "../text/block.ts";
import type { Family } from "../family.ts";
import { limits } from "../limits.ts";
import { errorOver, readingOver } from "../reading/told-error.ts";

/**
 * Requirements that Composer cannot resolve, with the problems it lists below
 * (https://github.com/composer/composer/blob/main/src/Composer/DependencyResolver/SolverProblemsException.php).
 */
export const composer: Family = {
  name: "composer",
  read(lines, at) {
    const text = lines[at]?.text.trim() ?? "";
    const isHead = heads.some((head) => text.startsWith(head));
    if (!isHead && !isProblem(lines, at, text)) return null;
    if (lines[at]?.container === "title") return null;
    const first = isHead ? at : at + 1;
    const end = behindProblems(lines, first + 1);
    const message = isHead ? text : (lines[first]?.text.trim().slice(2) ?? "");
    const error = errorOver(lines, { at: first, next: end }, { type: null, message });
    const next = behindAdvice(lines, end);
    return readingOver(lines, { at, next }, { error, language: "php", kind: "build" });
  },
};

const heads = [
  "Your requirements could not be resolved to an installable set of packages.",
  "Your requirements could not be solved to an installable set of packages.",
  "Your lock file does not contain a compatible set of packages. Please run composer update.",
];

function isProblem(lines: readonly BlockLine[], at: number, text: string): boolean {
  return (
    /^Problem \d{1,3}$/.test(text) && lines[at + 1]?.text.trimStart().startsWith("- ") === true
  );
}

/** Problems are numbered, what they consist of is listed below them; blank lines may stand between. */
function behindProblems(lines: readonly BlockLine[], from: number): number {
  let next = from;
  for (let at = from; at < lines.length && at - from < limits.messageLines; at += 1) {
    const text = lines[at]?.text ?? "";
    if (text.trim() === "") continue;
    if (!/^(?: {2}|\s{0,8}(?:Problem \d|- ))/.test(text)) break;
    next = at + 1;
  }
  return next;
}

/** Composer's advice on potential causes, and what it undid, follow in paragraphs. */
function behindAdvice(lines: readonly BlockLine[], from: number): number {
  let next = from;
  for (let at = from; at < lines.length && at - from < 20; at += 1) {
    const text = lines[at]?.text ?? "";
    if (
      /^(?:Potential causes:|Use the option |You can also try |Read <http|Installation failed, |Running update with)/.test(
        text,
      )
    )
      next = at + 1;
  }
  return next;
}
