import type { FieldPath } from "../../knowledge/field-path.ts";
import type { Complaint, Rule } from "../rule.ts";
import { isBlank } from "../shown-text.ts";

/** A comment in Chinese has no English gaps: cause, cures and dead ends are all there. */
export const chineseComplete: Rule = {
  name: "chinese-complete",
  own: "error",
  foreign: null,
  check: ({ knownError }) => {
    const complaints: Complaint[] = [];
    const ask = (fields: Record<string, unknown>, name: string, at: FieldPath): void => {
      if (isGap(fields[name], fields[`${name}_zh`])) {
        const message = `${name}_zh is missing beside ${name}`;
        complaints.push({ path: [...at, name], message, mend: `Add ${name}_zh in Chinese` });
      }
    };
    ask(knownError, "title", []);
    ask(knownError, "root_cause", []);
    for (const [index, deadEnd] of knownError.dead_ends.entries()) {
      ask(deadEnd, "action", ["dead_ends", index]);
      ask(deadEnd, "why_fails", ["dead_ends", index]);
    }
    for (const [index, cure] of knownError.workarounds.entries()) {
      ask(cure, "action", ["workarounds", index]);
      ask(cure, "condition", ["workarounds", index]);
    }
    return complaints;
  },
};

function isGap(english: unknown, chinese: unknown): boolean {
  return !isBlank(textOf(english)) && isBlank(textOf(chinese));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
