import type { Kysely } from "kysely";
import type { Database } from "./database.ts";

/** Whether a delivery (`X-GitHub-Delivery`) has already made its job. */
export async function isRecorded(db: Kysely<Database>, delivery: string): Promise<boolean> {
  const row = await db
    .selectFrom("deliveries")
    .select("delivery")
    .where("delivery", "=", delivery)
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes that a delivery has made its job; a second note of the same delivery changes nothing. */
export async function recordDelivery(
  db: Kysely<Database>,
  delivery: string,
  kind: string,
): Promise<void> {
  await db
    .insertInto("deliveries")
    .values({ delivery, kind })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Forgets deliveries received before a time. GitHub offers one for redelivery for some days only. */
export async function forgetDeliveries(db: Kysely<Database>, before: Date): Promise<void> {
  await db.deleteFrom("deliveries").where("received_at", "<", before).execute();
}
