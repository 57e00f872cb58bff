import type { FieldPath } from "../../knowledge/field-path.ts";
import { shownTexts } from "../shown-text.ts";
import type { Rule } from "../rule.ts";

/** What `signpost knowledge new` leaves to a person has to be written. */
export const unfilled: Rule = {
  name: "unfilled",
  own: "error",
  foreign: "error",
  check: ({ knownError }) => {
    const neighbours = knownError.transition_graph?.frequently_confused_with ?? [];
    const told = neighbours.flatMap((neighbour, index) => {
      if (typeof neighbour === "string") return [];
      const path: FieldPath = [
        "transition_graph",
        "frequently_confused_with",
        index,
        "how_to_tell",
      ];
      return [{ path, text: neighbour.how_to_tell ?? "" }];
    });
    return [...shownTexts(knownError), ...told]
      .filter(({ text }) => /^TODO\b/.test(text.trim()))
      .map(({ path }) => ({ path, message: "it still says TODO", mend: "Write it, or remove it" }));
  },
};
