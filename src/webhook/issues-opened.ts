import { badPayload, isBot, IssueEvent, originOf } from "./payload.ts";
import type { Reading, WebhookReader } from "./payload.ts";

/** A new issue is to be diagnosed, unless a bot opened it. */
export const issuesOpened: WebhookReader = { event: "issues.opened", read };

function read(delivery: string, payload: unknown): Reading {
  const parsed = IssueEvent.safeParse(payload);
  if (!parsed.success) return badPayload(parsed.error);
  const { issue, sender } = parsed.data;
  if (issue.pull_request) return { kind: "ignored", reason: "pull_request" };
  if (isBot(sender) || isBot(issue.user)) return { kind: "ignored", reason: "bot" };
  const origin = originOf(delivery, parsed.data);
  if (origin === null) return { kind: "ignored", reason: "no_installation" };
  return { kind: "job", job: { kind: "diagnose_issue", ...origin } };
}
