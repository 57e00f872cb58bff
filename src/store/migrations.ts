import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * All migrations, run in the order of their names; one that has been released is never edited.
 * The statements name no schema: the connection that runs them looks in ours.
 */
export const migrations: Record<string, Migration> = {
  "001_first_tables": {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable("deliveries")
        .addColumn("delivery", "text", (column) => column.primaryKey())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("received_at", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
        .execute();
      await db.schema
        .createIndex("deliveries_received_at")
        .on("deliveries")
        .column("received_at")
        .execute();

      await db.schema
        .createTable("diagnoses")
        .addColumn("repository", "bigint", (column) => column.notNull())
        .addColumn("issue", "bigint", (column) => column.notNull())
        .addColumn("comment", "bigint")
        .addColumn("known_errors", "jsonb", (column) => column.notNull())
        .addColumn("labels", "jsonb", (column) => column.notNull())
        .addColumn("reason", "text")
        .addColumn("fingerprint", "text")
        .addColumn("updated_at", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
        .addPrimaryKeyConstraint("diagnoses_pkey", ["repository", "issue"])
        .execute();

      await db.schema
        .createTable("failures")
        .addColumn("delivery", "text", (column) => column.primaryKey())
        .addColumn("repository", "bigint", (column) => column.notNull())
        .addColumn("issue", "bigint", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("error", "text", (column) => column.notNull())
        .addColumn("failed_at", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
        .execute();
    },
  },
};
