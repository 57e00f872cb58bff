import type { Rule } from "../rule.ts";
import { isBlank } from "../shown-text.ts";

/** `how` is for the commands; saying the action again only makes the comment longer. */
export const howRepeatsAction: Rule = {
  name: "how-repeats-action",
  own: "error",
  foreign: "warning",
  check: ({ knownError }) =>
    knownError.workarounds.flatMap((cure, index) =>
      repeatsAction(cure.action, cure.how) || repeatsAction(cure.action_zh, cure.how_zh)
        ? [
            {
              path: ["workarounds", index, "how"],
              message: "how repeats action",
              mend: "Keep one sentence in action; put the commands or the code in how, or remove it",
            },
          ]
        : [],
    ),
};

/** Whether `how` says nothing but the action again. */
export function repeatsAction(
  action: string | null | undefined,
  how: string | null | undefined,
): boolean {
  return !isBlank(how) && words(action) === words(how);
}

function words(text: string | null | undefined): string {
  return (text ?? "").toLowerCase().split(/\W+/u).join(" ").trim() || (text ?? "").trim();
}
