import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Database } from "./database.ts";

/** What the bot last said about an issue: enough for a later command to go by. */
export interface StoredDiagnosis {
  /** Repository id. */
  repository: number;
  /** Issue number. */
  issue: number;
  /** Id of the sticky comment; `null` while none was posted. */
  comment: number | null;
  /** Ids of the known errors that matched, best first; empty when the verdict abstained. */
  knownErrors: string[];
  /** Names of the labels that were applied or suggested: what `/diagnose apply` may put on the issue. */
  labels: string[];
  /** Why the verdict abstained; `null` when it diagnosed. */
  reason: string | null;
  /** Fingerprint of the error report that was diagnosed. */
  fingerprint: string | null;
}

/** Stores a diagnosis in place of the issue's earlier one. */
export async function saveDiagnosis(
  db: Kysely<Database>,
  diagnosis: StoredDiagnosis,
): Promise<void> {
  const values = {
    comment: diagnosis.comment,
    known_errors: JSON.stringify(diagnosis.knownErrors),
    labels: JSON.stringify(diagnosis.labels),
    reason: diagnosis.reason,
    fingerprint: diagnosis.fingerprint,
  };
  await db
    .insertInto("diagnoses")
    .values({ repository: diagnosis.repository, issue: diagnosis.issue, ...values })
    .onConflict((conflict) =>
      conflict.columns(["repository", "issue"]).doUpdateSet({ ...values, updated_at: sql`now()` }),
    )
    .execute();
}

/** The last diagnosis of an issue, or `null`. */
export async function findDiagnosis(
  db: Kysely<Database>,
  issue: { repository: number; issue: number },
): Promise<StoredDiagnosis | null> {
  const row = await db
    .selectFrom("diagnoses")
    .selectAll()
    .where("repository", "=", issue.repository)
    .where("issue", "=", issue.issue)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    repository: row.repository,
    issue: row.issue,
    comment: row.comment,
    knownErrors: row.known_errors,
    labels: row.labels,
    reason: row.reason,
    fingerprint: row.fingerprint,
  };
}
