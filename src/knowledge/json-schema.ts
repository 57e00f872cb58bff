import { z } from "zod";
import { KnownError } from "./known-error.ts";

/**
 * JSON Schema (draft 7, the one that editors support in full) of a known error as people write it.
 * `knowledge/schema.json` holds the same, so that `"$schema": "../schema.json"` works in a record.
 */
export function knownErrorJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(KnownError, { target: "draft-7", io: "input" });
  return { ...schema, title: "Known error of Signpost" };
}
