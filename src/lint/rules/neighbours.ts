import type { KnownError } from "../../knowledge/known-error.ts";
import type { Rule } from "../rule.ts";

const relations = ["leads_to", "preceded_by", "frequently_confused_with"] as const;

/** Neighbours are named in comments, so they exist. */
export const neighboursExist: Rule = {
  name: "neighbours-exist",
  own: "error",
  foreign: "warning",
  check: ({ knownError }, { byId }) =>
    relations.flatMap((relation) =>
      (knownError.transition_graph?.[relation] ?? []).flatMap((neighbour, index) => {
        const id = typeof neighbour === "string" ? neighbour : neighbour.id;
        if (byId.has(id) && id !== knownError.id) return [];
        const path = ["transition_graph", relation, index];
        const message = id === knownError.id ? "it names itself" : `there is no ${id}`;
        return [{ path, message, mend: "Correct the id, or remove the neighbour" }];
      }),
    ),
};

/** Ids that a known error declares as neighbours of any kind. */
export function neighbourIds(knownError: KnownError): Set<string> {
  const graph = knownError.transition_graph;
  const all = relations.flatMap((relation) => graph?.[relation] ?? []);
  return new Set(
    all.map((neighbour) => (typeof neighbour === "string" ? neighbour : neighbour.id)),
  );
}
