import { z } from "zod";
import { RetryLater } from "../errors.ts";
import { Refused } from "./refused.ts";

/** Seconds to wait when GitHub names none: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api */
const unnamedWait = 60;

/** What is looked at of Octokit's `RequestError`, of which several copies are installed. */
const Failure = z.looseObject({
  status: z.number(),
  message: z.string(),
  response: z.looseObject({ headers: z.record(z.string(), z.unknown()) }).optional(),
});
type Failure = z.infer<typeof Failure>;

/**
 * Turns a thrown value of Octokit into `RetryLater` (a rate limit) or `Refused` (trying again is no
 * use); anything else comes back as it is, for the queue to judge by its `status`.
 */
export function classifyFailure(error: unknown): unknown {
  const failure = asFailure(error);
  if (failure === null) return error;
  if (isRateLimit(failure)) return new RetryLater(waitOf(failure), { cause: error });
  switch (failure.status) {
    case 404:
    case 410:
    case 451:
      return new Refused("gone", failure.message, { cause: error });
    case 403:
      return new Refused("forbidden", failure.message, { cause: error });
    default:
      return error;
  }
}

/** Status of a failed call; Octokit gives 500 to a call that got no answer. `null`: no call failed. */
export function failureStatus(error: unknown): number | null {
  return asFailure(error)?.status ?? null;
}

function asFailure(error: unknown): Failure | null {
  return error instanceof Error ? (Failure.safeParse(error).data ?? null) : null;
}

function isRateLimit({ status, message, response }: Failure): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  const headers = response?.headers ?? {};
  if (headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0") return true;
  // A secondary limit may come without either header: then only the wording tells it from a
  // missing permission.
  return /secondary rate limit/i.test(message);
}

function waitOf({ response }: Failure): number {
  const headers = response?.headers ?? {};
  const named = Number(headers["retry-after"]);
  if (named > 0) return Math.ceil(named);
  if (headers["x-ratelimit-remaining"] !== "0") return unnamedWait;
  const reset = Number(headers["x-ratelimit-reset"]) - Date.now() / 1000;
  return reset > 0 ? Math.ceil(reset) + 1 : unnamedWait;
}
