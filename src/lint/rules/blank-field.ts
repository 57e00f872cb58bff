import type { Complaint, Rule } from "../rule.ts";
import { isBlank } from "../shown-text.ts";

/** Texts that a reader is shown must say something. */
export const blankField: Rule = {
  name: "blank-field",
  own: "error",
  foreign: "warning",
  check: ({ knownError }) => {
    const complaints: Complaint[] = [];
    const blank = (path: Complaint["path"], effect: string): void => {
      complaints.push({ path, message: `blank: ${effect}`, mend: "Fill it, or remove the entry" });
    };
    if (isBlank(knownError.root_cause)) blank(["root_cause"], "the comment cannot say why");
    for (const field of ["aliases", "symptoms", "symptoms_zh", "exception"] as const) {
      for (const [index, text] of knownError[field].entries()) {
        if (isBlank(text)) blank([field, index], "it matches nothing");
      }
    }
    for (const [index, { action, why_fails }] of knownError.dead_ends.entries()) {
      if (isBlank(action)) blank(["dead_ends", index, "action"], "why_fails is shown alone");
      if (isBlank(why_fails)) blank(["dead_ends", index, "why_fails"], "nobody learns why");
    }
    for (const [index, { action }] of knownError.workarounds.entries()) {
      if (isBlank(action)) blank(["workarounds", index, "action"], "how is shown alone");
    }
    return complaints;
  },
};
