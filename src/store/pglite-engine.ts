import { mkdir } from "node:fs/promises";
import path from "node:path";
import { PGlite, types } from "@electric-sql/pglite";
import { PGliteDialect } from "kysely";
import { fromPglite } from "pg-boss";
import { ConfigError } from "../errors.ts";
import type { Engine } from "./engine.ts";
import { lockFolder } from "./folder-lock.ts";

/** 64-bit integers as numbers: GitHub's ids stay far below 2^53. */
const parsers = { [types.INT8]: Number };

/**
 * Opens PostgreSQL inside this process (PGlite), with its files in `folder`, or in memory when that
 * is `null`. Throws a `ConfigError` when the folder is in use or cannot be written.
 */
export async function openPglite(folder: string | null, onLost: () => void): Promise<Engine> {
  const unlock = folder === null ? async (): Promise<void> => {} : await takeFolder(folder, onLost);
  try {
    const dataDir = folder === null ? "memory://" : path.join(folder, "pglite");
    const pglite = await PGlite.create({ dataDir, parsers });
    return {
      kind: "pglite",
      dialect: new PGliteDialect({ pglite }),
      queueConnection: { db: fromPglite(pglite), backend: "pglite" },
      async close(): Promise<void> {
        if (!pglite.closed) await pglite.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function takeFolder(folder: string, onLost: () => void): Promise<() => Promise<void>> {
  try {
    await mkdir(folder, { recursive: true });
    return await lockFolder(folder, { onLost });
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError("The data folder cannot be used.", [
      `DATA_DIR: ${error instanceof Error ? error.message : String(error)}.`,
    ]);
  }
}
