import { PostgresDialect } from "kysely";
import { Pool, types } from "pg";
import { ConfigError } from "../errors.ts";
import type { Engine } from "./engine.ts";

/** Opens PostgreSQL by its URL. Throws a `ConfigError` when no connection can be made. */
export async function openPostgres(url: string, onError: (error: Error) => void): Promise<Engine> {
  const pool = new Pool({
    connectionString: url,
    application_name: "signpost",
    max: 5,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  });
  // A connection that breaks while idle is replaced by the pool; unheard, the event would end the process.
  pool.on("error", onError);
  try {
    await pool.query("select 1");
  } catch (error) {
    await pool.end();
    throw new ConfigError("The database cannot be reached.", [
      `DATABASE_URL: ${error instanceof Error ? reason(error) : String(error)}.`,
    ]);
  }
  return {
    kind: "postgres",
    dialect: new PostgresDialect({ pool }),
    queueConnection: { connectionString: url, application_name: "signpost queue", max: 5 },
    async close(): Promise<void> {
      if (!pool.ended) await pool.end();
    },
  };
}

/** A refused connection has no message of its own when several addresses were tried. */
function reason(error: Error): string {
  if (error instanceof AggregateError) return error.errors.map(String).join("; ");
  return error.message;
}

const int8: number = types.builtins.INT8;

/** 64-bit integers as numbers: GitHub's ids stay far below 2^53. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: "text" | "binary") =>
  oid === int8 ? Number : types.getTypeParser(oid, format);
