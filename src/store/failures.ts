import type { Kysely } from "kysely";
import type { Database } from "./database.ts";

/** A job that failed for good. */
export interface Failure {
  /** `X-GitHub-Delivery`. */
  delivery: string;
  /** Repository id. */
  repository: number;
  /** Issue number. */
  issue: number;
  /** Kind of the job. */
  kind: string;
  /** Name, status and message of the last error; never text of an issue. */
  error: string;
}

/** Stores a failure; the same delivery failing again replaces it. */
export async function recordFailure(db: Kysely<Database>, failure: Failure): Promise<void> {
  await db
    .insertInto("failures")
    .values(failure)
    .onConflict((conflict) => conflict.column("delivery").doUpdateSet({ error: failure.error }))
    .execute();
}

/** The failures on record, oldest first, at most `limit`. */
export async function listFailures(db: Kysely<Database>, limit: number): Promise<Failure[]> {
  return db
    .selectFrom("failures")
    .select(["delivery", "repository", "issue", "kind", "error"])
    .orderBy("failed_at")
    .limit(limit)
    .execute();
}
