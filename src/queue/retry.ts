import { RetryLater } from "../errors.ts";

/** What becomes of a job whose attempt failed; `afterSeconds: null` leaves the wait to the queue. */
export type RetryDecision = { kind: "retry"; afterSeconds: number | null } | { kind: "give_up" };

/** Errors looked at along `cause`; more than any wrapping here makes. */
const maxDepth = 5;

/**
 * Decides by the kind and the status of an error, never by its text: a rate limit is waited out, an
 * answer of 4xx will be the same next time, everything else (5xx, network, database) may pass.
 */
export function decideRetry(error: unknown): RetryDecision {
  for (const link of causes(error)) {
    if (link instanceof RetryLater) return { kind: "retry", afterSeconds: link.afterSeconds };
    const status = "status" in link ? link.status : undefined;
    if (typeof status === "number") return decideByStatus(status);
  }
  return { kind: "retry", afterSeconds: null };
}

function decideByStatus(status: number): RetryDecision {
  const mayPass = status === 408 || status === 429 || status < 400 || status >= 500;
  return mayPass ? { kind: "retry", afterSeconds: null } : { kind: "give_up" };
}

function causes(error: unknown): Error[] {
  const links: Error[] = [];
  let link = error;
  while (link instanceof Error && links.length < maxDepth) {
    links.push(link);
    link = link.cause;
  }
  return links;
}
