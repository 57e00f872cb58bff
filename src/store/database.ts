import type { ColumnType, Generated } from "kysely";

/** JSON column: read as a value, written as JSON text. */
type Json<Value> = ColumnType<Value, string, string>;

interface DeliveriesTable {
  /** `X-GitHub-Delivery`. */
  delivery: string;
  /** Kind of the job that it made. */
  kind: string;
  received_at: Generated<Date>;
}

interface DiagnosesTable {
  /** Repository id. */
  repository: number;
  /** Issue number. */
  issue: number;
  comment: number | null;
  known_errors: Json<string[]>;
  labels: Json<string[]>;
  reason: string | null;
  fingerprint: string | null;
  updated_at: Generated<Date>;
}

interface FailuresTable {
  /** `X-GitHub-Delivery` of the job that failed for good. */
  delivery: string;
  repository: number;
  issue: number;
  kind: string;
  /** Name, status and message of the last error; never text of an issue. */
  error: string;
  failed_at: Generated<Date>;
}

/** The tables of Signpost's own schema; the queue has a schema of its own beside it. */
export interface Database {
  deliveries: DeliveriesTable;
  diagnoses: DiagnosesTable;
  failures: FailuresTable;
}
