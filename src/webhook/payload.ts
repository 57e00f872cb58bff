import { z } from "zod";
import type { DiagnoseIssueJob, Job } from "../job/job.ts";

/** What a delivery is to us. A payload is `bad` when it is not shaped as GitHub documents it. */
export type Reading =
  | { kind: "job"; job: Job }
  | { kind: "ignored"; reason: "pull_request" | "bot" | "no_installation" | "no_command" }
  | { kind: "bad"; problem: string };

/** Reads the payload of one event; pure. */
export interface WebhookReader {
  event: "issues.opened" | "issue_comment.created";
  read: (delivery: string, payload: unknown) => Reading;
}

const id = z.number().int().positive();

/** `null` stands for a deleted account. */
export const Account = z
  .looseObject({ login: z.string(), type: z.string().optional() })
  .nullish()
  .transform((account) => account ?? null);
type Account = z.infer<typeof Account>;

/** What our events have in common: https://docs.github.com/webhooks/webhook-events-and-payloads */
export const IssueEvent = z.looseObject({
  installation: z.looseObject({ id }).optional(),
  repository: z.looseObject({ id, name: z.string(), owner: z.looseObject({ login: z.string() }) }),
  sender: Account,
  issue: z.looseObject({ number: id, user: Account, pull_request: z.unknown().optional() }),
});
type IssueEvent = z.infer<typeof IssueEvent>;

/** Whether an account is a bot's; GitHub writes the login of an App as `name[bot]`. */
export function isBot(account: Account): boolean {
  if (account === null) return false;
  return account.type === "Bot" || account.login.endsWith("[bot]");
}

/** The origin of an event's job, `null` when no installation of the App sent it. */
export function originOf(
  delivery: string,
  event: IssueEvent,
): Omit<DiagnoseIssueJob, "kind"> | null {
  if (event.installation === undefined) return null;
  const { id: repositoryId, name, owner } = event.repository;
  return {
    delivery,
    installation: event.installation.id,
    repository: { id: repositoryId, owner: owner.login, name },
    issue: event.issue.number,
  };
}

/** Where a payload is not as documented: paths and expectations, never its values. */
export function badPayload(error: z.ZodError): Reading {
  const problems = error.issues.map(({ path, code }) => `${path.join(".")} (${code})`);
  return { kind: "bad", problem: problems.join(", ") };
}
