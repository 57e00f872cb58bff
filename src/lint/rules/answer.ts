import { mostCures } from "../../render/section.ts";
import type { Complaint, Rule } from "../rule.ts";
import { isBlank, shownTexts } from "../shown-text.ts";

/** A comment needs a headline and something to do. */
export const answerComplete: Rule = {
  name: "answer-complete",
  own: "error",
  foreign: null,
  check: ({ knownError }) => {
    const complaints: Complaint[] = [];
    if (isBlank(knownError.title)) {
      const mend = "Say the problem in plain words, not the error's class";
      complaints.push({ path: ["title"], message: "there is no headline", mend });
    }
    if (knownError.workarounds.length === 0) {
      const mend = "Add what works, the cure that helps most people first";
      complaints.push({ path: ["workarounds"], message: "there is no cure", mend });
    }
    return complaints;
  },
};

/** What stands behind the last item that a comment shows is read by nobody. */
export const allShown: Rule = {
  name: "all-shown",
  own: "warning",
  foreign: null,
  check: ({ knownError }) =>
    (["workarounds", "dead_ends"] as const)
      .filter((field) => knownError[field].length > mostCures)
      .map((field) => ({
        path: [field, mostCures],
        message: `a comment shows the first ${mostCures} of these ${knownError[field].length}`,
        mend: "Keep those that help most readers, and join or drop the others",
      })),
};

/** A fence left open swallows the rest of the comment. */
export const fencesClosed: Rule = {
  name: "fences-closed",
  own: "error",
  foreign: "warning",
  check: ({ knownError }) =>
    shownTexts(knownError)
      .filter(({ text }) => (text.match(/^\s*(?:`{3,}|~{3,})/gm) ?? []).length % 2 === 1)
      .map(({ path }) => ({
        path,
        message: "a code fence is left open",
        mend: "Close it with the same marks on a line of their own",
      })),
};

/** Names by which libraries in frames are told apart. */
export const packageNames: Rule = {
  name: "package-names",
  own: "error",
  foreign: "warning",
  check: ({ knownError: { packages } }) =>
    packages.flatMap((name, index) => {
      if (/^@?[a-z0-9]+(?:[-/.][a-z0-9]+)*$/.test(name)) return [];
      const message = `${JSON.stringify(name)} is not a package name as PEP 503 writes it`;
      const mend = "Write lower-case letters, digits and single hyphens: flash-attn";
      return [{ path: ["packages", index], message, mend }];
    }),
};

/** The day of the last review, so that stale records can be found. */
export const reviewDate: Rule = {
  name: "review-date",
  own: "warning",
  foreign: null,
  check: ({ knownError: { last_confirmed } }) => {
    if (isBlank(last_confirmed) || isDate(last_confirmed ?? "")) return [];
    const message = `${JSON.stringify(last_confirmed)} is not a date`;
    return [{ path: ["last_confirmed"], message, mend: "Write YYYY-MM-DD" }];
  },
};

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
