import { describe, expect, it } from "@jest/globals";
import { RetryLater } from "../../src/errors.ts";
import { decideRetry } from "../../src/queue/retry.ts";
import type { RetryDecision } from "../../src/queue/retry.ts";

function httpError(status: number): Error {
  return Object.assign(new Error("an answer of GitHub"), { name: "HttpError", status });
}

const again: RetryDecision = { kind: "retry", afterSeconds: null };
const never: RetryDecision = { kind: "give_up" };

const cases: { name: string; error: unknown; decision: RetryDecision }[] = [
  { name: "a server error", error: httpError(502), decision: again },
  { name: "no answer, which Octokit reports as 500", error: httpError(500), decision: again },
  { name: "too many requests", error: httpError(429), decision: again },
  { name: "a missing permission", error: httpError(403), decision: never },
  { name: "an issue that is gone", error: httpError(404), decision: never },
  { name: "a body that GitHub rejects", error: httpError(422), decision: never },
  {
    name: "a rate limit that names its wait",
    error: new RetryLater(73),
    decision: { kind: "retry", afterSeconds: 73 },
  },
  {
    name: "a rate limit inside another error",
    error: new Error("posting failed", { cause: new RetryLater(60, { cause: httpError(403) }) }),
    decision: { kind: "retry", afterSeconds: 60 },
  },
  {
    name: "a missing permission inside another error",
    error: new Error("posting failed", { cause: httpError(403) }),
    decision: never,
  },
  { name: "an error of the network", error: new TypeError("fetch failed"), decision: again },
  { name: "a thrown text", error: "502", decision: again },
];

describe("what becomes of a job that failed with", () => {
  it.each(cases)("$name", ({ error, decision }) => {
    expect(decideRetry(error)).toEqual(decision);
  });

  it("an error that is its own cause", () => {
    const error = new Error("round");
    error.cause = error;
    expect(decideRetry(error)).toEqual(again);
  });
});
