import { visitRegExpAST } from "@eslint-community/regexpp";
import type { AST } from "@eslint-community/regexpp";

/** Why a regex cannot be used, and how to mend it: plain clauses without a full stop. */
export interface RegexProblem {
  problem: string;
  mend: string;
}

/**
 * Instructions that a regex may expand to. A linear-time engine can need all of them for each
 * character: at 800 it reads 100 characters a millisecond, at 20 some 10,000.
 */
const mostInstructions = 1_000;

/** Times that one part may be repeated by number. */
const mostRepetitions = 500;

/** What keeps a parsed regex out: parts that are not regular, or more work than a text may cost. */
export function checkRegex(pattern: AST.Pattern): RegexProblem | null {
  const found = mayBeIrregular.test(pattern.raw) ? irregularities(pattern) : [];
  const instructions = countInstructions(pattern.alternatives);
  if (instructions > mostInstructions) {
    const problem = `expands to ${instructions} instructions, more than ${mostInstructions}`;
    found.push({ problem, mend: "Repeat less by number, or list fewer alternatives" });
  }
  return found[0] ?? null;
}

/** Lookaround, references and numbers; what is not one of them need not be visited. */
const mayBeIrregular = /\(\?<?[=!]|\\[1-9k]|\{\d/;

function irregularities(pattern: AST.Pattern): RegexProblem[] {
  const found: RegexProblem[] = [];
  visitRegExpAST(pattern, {
    onAssertionEnter(node) {
      if (node.kind === "lookahead" || node.kind === "lookbehind") {
        found.push(irregular(`lookaround (\`${node.raw}\`)`));
      }
    },
    onBackreferenceEnter: (node) => found.push(irregular(`a backreference (\`${node.raw}\`)`)),
    onQuantifierEnter(node) {
      const times = timesOf(node);
      if (times > mostRepetitions) {
        const problem = `repeats \`${node.element.raw}\` ${times} times, more than ${mostRepetitions}`;
        found.push({ problem, mend: "Use *, + or a smaller number" });
      }
    },
  });
  return found;
}

/** Instructions that alternatives expand to, about; counted repetitions multiply. */
export function countInstructions(alternatives: readonly AST.Alternative[]): number {
  let total = 0;
  for (const { elements } of alternatives) {
    for (const element of elements) {
      total += countElement(element);
    }
  }
  return total;
}

function countElement(element: AST.Element): number {
  if (element.type === "Quantifier") {
    return Math.max(timesOf(element), 1) * (countElement(element.element) + 1);
  }
  const isGroup = element.type === "Group" || element.type === "CapturingGroup";
  return isGroup ? countInstructions(element.alternatives) + element.alternatives.length : 1;
}

function timesOf({ min, max }: AST.Quantifier): number {
  return Number.isFinite(max) ? max : min + 1;
}

function irregular(part: string): RegexProblem {
  return {
    problem: `uses ${part}, which linear-time engines do not have`,
    mend: "Say what the text has instead of what it has not, or remove the regex",
  };
}
