import { categories, isCategory, knownCategory } from "../../knowledge/category.ts";
import type { Rule } from "../rule.ts";

/** Categories decide the label, so the list is closed. */
export const closedCategory: Rule = {
  name: "closed-category",
  own: "error",
  foreign: "warning",
  check: ({ knownError: { category } }) => {
    if (isCategory(category)) return [];
    const general = categories[knownCategory(category)].name;
    return [
      {
        path: ["category"],
        message: `${JSON.stringify(category)} is not on the list; the label will be "${general}"`,
        mend: `Use one of ${Object.keys(categories).join(", ")}`,
      },
    ];
  },
};
