import { KnownError } from "../../src/knowledge/known-error.ts";
import type { Match } from "../../src/match/verdict.ts";

/** A match of a known error that has nothing but its id. */
export function matchOf(id: string, confidence: number): Match {
  const [domain = ""] = id.split("/");
  return {
    knownError: KnownError.parse({
      id,
      domain,
      signature: `ValueError: ${id}`,
      category: "runtime_error",
      root_cause: "It is so.",
    }),
    confidence,
    evidence: [],
    captures: {},
    report: null,
    versionStatus: "unknown",
    versions: [],
  };
}
