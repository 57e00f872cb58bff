import { reportOf } from "../collection.ts";
import type { KnownError } from "../../knowledge/known-error.ts";
import { compileKnowledge } from "../../match/knowledge-base.ts";
import { match } from "../../match/match.ts";
import type { Rule } from "../rule.ts";

/** Milliseconds that one known error may take on one hostile report; a usual one takes well below 1. */
const budget = 50;

/** Characters of a hostile message, as many as are read of any. */
const messageLength = 8_000;

/** Text that almost matches, again and again, must not keep the matcher busy. */
export const timeBudget: Rule = {
  name: "time-budget",
  own: "error",
  foreign: "error",
  check: ({ knownError }) => {
    const knowledge = compileKnowledge([knownError]);
    const slow = hostileMessages(knownError).find((message) => {
      const extraction = reportOf(message, knownError);
      const run = (): number => {
        const start = performance.now();
        match(extraction, knowledge, { requested: false });
        return performance.now() - start;
      };
      // A machine that is busy makes one run slow, a bad wording all of them.
      return [run, run, run].every((each) => each() > budget);
    });
    if (slow === undefined) return [];
    const path = [knownError.regex ? "regex" : "signature"];
    const message = `a hostile report keeps it busy for more than ${budget} ms: ${JSON.stringify(slow.slice(0, 60))}`;
    return [{ path, message, mend: "Use fewer variable parts and smaller counted repetitions" }];
  },
};

/** The signature's beginnings, repeated without ever being completed. */
function hostileMessages({ signature }: KnownError): string[] {
  const words = signature.split(" ");
  const parts = [1, 2, 4, Math.ceil(words.length / 2), words.length - 1];
  return [...new Set(parts)]
    .map((count) => `${words.slice(0, Math.max(1, count)).join(" ")} `)
    .map((part) => part.repeat(Math.ceil(messageLength / part.length)).slice(0, messageLength));
}
