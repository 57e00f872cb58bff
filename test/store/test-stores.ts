import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { openStore } from "../../src/store/store.ts";
import type { Store } from "../../src/store/store.ts";

/** A kind of database that a suite runs on. */
export interface TestDatabase {
  name: string;
  /** Opens an empty store; `close` also removes what it left. */
  open: () => Promise<Store>;
}

function onError(error: Error): void {
  throw error;
}

async function openInMemory(): Promise<Store> {
  return openStore({ dataDir: null, onError });
}

async function openOnPostgres(databaseUrl: string): Promise<Store> {
  const schema = `test_${randomBytes(6).toString("hex")}`;
  const store = await openStore({ databaseUrl, dataDir: null, schema, onError });
  return {
    ...store,
    async close(): Promise<void> {
      for (const name of [schema, store.queueSchema]) {
        await sql`drop schema if exists ${sql.id(name)} cascade`.execute(store.db);
      }
      await store.close();
    },
  };
}

const databaseUrl = process.env["TEST_DATABASE_URL"];

/** PGlite always; PostgreSQL too where `TEST_DATABASE_URL` names a server. */
export const testDatabases: TestDatabase[] = [
  { name: "PGlite", open: openInMemory },
  ...(databaseUrl === undefined
    ? []
    : [{ name: "PostgreSQL", open: () => openOnPostgres(databaseUrl) }]),
];
