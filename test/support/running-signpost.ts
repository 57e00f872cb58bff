import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Writable } from "node:stream";
import { parseEnvironment } from "../../src/environment.ts";
import { createLog } from "../../src/log.ts";
import { startServer } from "../../src/server.ts";
import type { GitHubEmulator } from "./github-emulator.ts";

/** How a job ended, as the server logs it. */
export interface JobEnd {
  issue: number;
  kind: string;
  outcome: { kind: string };
}

/** The real server, installed on an emulated repository. */
export interface RunningSignpost {
  url: string;
  knownErrors: number;
  /** Every line of the log, parsed. */
  log: Record<string, unknown>[];
  /** Jobs that ended so far, in order. */
  jobs: () => JobEnd[];
  close: () => Promise<void>;
}

export interface RunningSignpostOptions {
  /** PostgreSQL to keep the state in; the embedded database in a temporary folder by default. */
  databaseUrl?: string;
}

/** Starts the real server against the emulator and points the emulator's webhooks at it. */
export async function startSignpost(
  github: GitHubEmulator,
  { databaseUrl }: RunningSignpostOptions = {},
): Promise<RunningSignpost> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "signpost-"));
  const log: Record<string, unknown>[] = [];
  const environment = parseEnvironment({
    APP_ID: String(github.appId),
    PRIVATE_KEY: github.privateKey,
    WEBHOOK_SECRET: github.webhookSecret,
    GITHUB_API_URL: github.url,
    DATA_DIR: path.join(dataDir, "data"),
    DATABASE_URL: databaseUrl,
    PORT: "0",
  });
  const destination = new Writable({
    write(line, _encoding, done): void {
      log.push(JSON.parse(String(line)) as Record<string, unknown>);
      done();
    },
  });
  const server = await startServer(
    environment,
    createLog({ level: "info", format: "json", destination }),
  );
  github.deliverTo(server.url + environment.webhookPath);
  return {
    url: server.url,
    knownErrors: server.knownErrors,
    log,
    jobs: () => log.filter(({ msg }) => msg === "Job ended") as unknown as JobEnd[],
    close: async () => {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
