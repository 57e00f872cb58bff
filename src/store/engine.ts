import type { Dialect } from "kysely";
import type { ConstructorOptions } from "pg-boss";

/** A database that is open: PostgreSQL over the network, or PGlite inside this process. */
export interface Engine {
  kind: "postgres" | "pglite";
  dialect: Dialect;
  /** How the queue reaches the same database. */
  queueConnection: ConstructorOptions;
  close: () => Promise<void>;
}
