import type { Writable } from "node:stream";
import { pino } from "pino";
import type { Logger } from "pino";
import pretty from "pino-pretty";

export interface LogOptions {
  level: string;
  /** Unset: readable in a terminal, JSON otherwise. */
  format?: "json" | "pretty" | undefined;
  /** Where lines go; standard output by default. */
  destination?: Writable;
}

/** The log: a static message and fields, one line each. */
export function createLog({ level, format, destination }: LogOptions): Logger {
  const options = { level, serializers: { err: summarize } };
  const readable = format === undefined ? process.stdout.isTTY : format === "pretty";
  if (!readable) return destination === undefined ? pino(options) : pino(options, destination);
  return pino(
    options,
    pretty({ sync: true, ignore: "pid,hostname", destination: destination ?? 1 }),
  );
}

/**
 * A log for Probot and Octokit: at `debug` they write out the bodies of requests and deliveries.
 */
export function libraryLog(log: Logger): Logger {
  return log.child({}, { level: log.isLevelEnabled("debug") ? "info" : log.level });
}

/** Errors along `cause` that are written out. */
const maxDepth = 3;

/** An error without the request, the response or the delivery that libraries attach to it. */
function summarize(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    ...("status" in error && { status: error.status }),
    ...("code" in error && { code: error.code }),
    stack,
    ...(cause instanceof Error && depth < maxDepth && { cause: summarize(cause, depth + 1) }),
  };
}
