import { Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import type { ConstructorOptions } from "pg-boss";
import type { Database } from "./database.ts";
import type { Engine } from "./engine.ts";
import { migrations } from "./migrations.ts";
import { openPglite } from "./pglite-engine.ts";
import { openPostgres } from "./postgres-engine.ts";

export interface StoreOptions {
  /** PostgreSQL URL; unset, the state lives in `dataDir`. */
  databaseUrl?: string | undefined;
  /** Folder of the embedded database; `null` keeps it in memory. */
  dataDir: string | null;
  /** Database schema of the tables; the queue uses `<schema>_queue`. */
  schema?: string;
  /** Told of an idle connection that broke or a data folder that was lost. */
  onError: (error: Error) => void;
}

/** State that outlives the process, behind one query builder on both engines. */
export interface Store {
  kind: Engine["kind"];
  db: Kysely<Database>;
  /** Database schema for the queue's own tables. */
  queueSchema: string;
  /** How the queue reaches the same database. */
  queueConnection: ConstructorOptions;
  /** Throws when the database does not answer. */
  ping: () => Promise<void>;
  close: () => Promise<void>;
}

/** Opens the database and brings its tables up to date; throws a `ConfigError` when it cannot be opened. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl, dataDir, schema = "signpost", onError } = options;
  const engine =
    databaseUrl === undefined
      ? await openPglite(dataDir, () => onError(new Error("the data folder was taken over")))
      : await openPostgres(databaseUrl, onError);
  const db = new Kysely<Database>({ dialect: engine.dialect });
  try {
    await migrate(db, schema);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return {
    kind: engine.kind,
    db: db.withSchema(schema),
    queueSchema: `${schema}_queue`,
    queueConnection: engine.queueConnection,
    async ping(): Promise<void> {
      await sql`select 1`.execute(db);
    },
    async close(): Promise<void> {
      await db.destroy();
      await engine.close();
    },
  };
}

async function migrate(db: Kysely<Database>, schema: string): Promise<void> {
  const migrator = new Migrator({
    db: db.withSchema(schema),
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableSchema: schema,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error("The database migration failed", { cause: error });
}
