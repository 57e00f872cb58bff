import path from "node:path";
import { lock } from "proper-lockfile";
import { ConfigError } from "../errors.ts";

export interface FolderLockOptions {
  /** Called when another process took the folder all the same (this one slept for too long). */
  onLost: () => void;
  /** Seconds to wait for a folder in use; by default long enough for a killed process's lock to go stale. */
  waitSeconds?: number;
}

/** Seconds after which a lock that is no longer refreshed counts as left by a killed process. */
const staleSeconds = 10;

/**
 * Takes a folder for this process alone and returns how to give it back. Throws a
 * `ConfigError` when another process keeps it.
 */
export async function lockFolder(
  folder: string,
  options: FolderLockOptions,
): Promise<() => Promise<void>> {
  const { onLost, waitSeconds = staleSeconds + 2 } = options;
  try {
    return await lock(folder, {
      lockfilePath: path.join(folder, "signpost.lock"),
      stale: staleSeconds * 1_000,
      update: staleSeconds * 250,
      retries: { retries: waitSeconds, factor: 1, minTimeout: 1_000, maxTimeout: 1_000 },
      onCompromised: onLost,
    });
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "ELOCKED") throw error;
    throw new ConfigError("The data folder is in use.", [
      `DATA_DIR: another Signpost process runs on ${folder}; stop it, choose another folder, or set DATABASE_URL to run several on PostgreSQL.`,
    ]);
  }
}
