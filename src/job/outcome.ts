import type { Action } from "../publish/action.ts";
import type { RefusalReason } from "../publish/refused.ts";
import type { AbstainReason } from "../match/verdict.ts";

/** Why a job ends before any work. */
export type SkipReason = "closed" | "locked" | "pull_request" | "bot" | "transferred";

/** How a job ended, for the log; none of these is tried again. */
export type Outcome =
  | { kind: "skipped"; reason: SkipReason }
  /** GitHub would not let the bot; the message is GitHub's. */
  | { kind: "refused"; reason: RefusalReason; message: string }
  /** A new issue without a known error: nothing is said. */
  | { kind: "silent"; reason: AbstainReason }
  /** A known error was named; no actions when the issue showed it already. */
  | { kind: "published"; knownErrors: string[]; confidence: number; actions: Action["kind"][] }
  /** Commands were answered; `done` is false when one was refused or could not be carried out. */
  | { kind: "answered"; verbs: string[]; done: boolean };
