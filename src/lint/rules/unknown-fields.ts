import { KnownError } from "../../knowledge/known-error.ts";
import type { Rule } from "../rule.ts";

/** Fields that Signpost does not read: in our own records a slip of the pen. */
export const unknownFields: Rule = {
  name: "unknown-fields",
  own: "error",
  foreign: "warning",
  check: ({ written }) => {
    const unknown = Object.keys(written).filter((name) => !Object.hasOwn(KnownError.shape, name));
    const [first] = unknown;
    if (first === undefined) return [];
    const message = `not used by Signpost: ${unknown.join(", ")}`;
    return [{ path: [first], message, mend: "Correct the name, or remove the field" }];
  },
};
