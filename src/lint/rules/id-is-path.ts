import type { Rule } from "../rule.ts";

/** A known error is found by its id, so the file carries it, and the domain is its first part. */
export const idIsPath: Rule = {
  name: "id-is-path",
  own: "error",
  foreign: null,
  check: ({ knownError: { id, domain }, pathInFolder }) => {
    const complaints = [];
    if (pathInFolder !== `${id}.json`) {
      const message = `the file lies at ${pathInFolder}, not at ${id}.json`;
      complaints.push({ path: ["id"], message, mend: "Rename the file, or change the id" });
    }
    if (!id.startsWith(`${domain}/`)) {
      const message = `${JSON.stringify(domain)} is not the first part of ${id}`;
      complaints.push({ path: ["domain"], message, mend: `Write "${id.split("/")[0]}"` });
    }
    return complaints;
  },
};
