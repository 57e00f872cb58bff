import type { KnownError } from "../knowledge/known-error.ts";

type Neighbours = NonNullable<KnownError["transition_graph"]>["leads_to"];

/** Ids of the neighbours that a known error names, however it names them. */
export function neighbourIds(neighbours: Neighbours | undefined): string[] {
  return (neighbours ?? []).map((each) => (typeof each === "string" ? each : each.id));
}
