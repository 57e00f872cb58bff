import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { parseEnvironment } from "./environment.ts";
import { UserError } from "./errors.ts";
import { createLog } from "./log.ts";
import { startServer } from "./server.ts";
import type { RunningServer } from "./server.ts";

/** Runs the server until SIGTERM or SIGINT. What an operator must mend is said on standard error. */
export async function main(env: NodeJS.ProcessEnv): Promise<void> {
  try {
    const environment = parseEnvironment({ ...readEnvFile(), ...env });
    const log = createLog({ level: environment.logLevel, format: environment.logFormat });
    const server = await startServer(environment, log);
    console.log(
      `Signpost listens on ${server.url}, deliveries at ${environment.webhookPath}, with ${server.knownErrors} known errors; state in ${environment.databaseUrl === undefined ? environment.dataDir : "PostgreSQL"}.`,
    );
    closeOnSignal(server);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** The variables of `.env` in the current folder, where there is one; those of the process win. */
function readEnvFile(): NodeJS.ProcessEnv {
  return existsSync(".env") ? parseEnv(readFileSync(".env", "utf8")) : {};
}

/** The first signal ends the server in good order, a second one at once. */
function closeOnSignal(server: RunningServer): void {
  let closing = false;
  const close = (): void => {
    if (closing) process.exit(1);
    closing = true;
    console.log("Signpost stops: it finishes the jobs in hand. Again to stop at once.");
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", close);
  process.on("SIGINT", close);
}
