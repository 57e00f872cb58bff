import { z } from "zod";
import { parseCommands } from "../command/parse.ts";
import { Account, badPayload, isBot, IssueEvent, originOf } from "./payload.ts";
import type { Reading, WebhookReader } from "./payload.ts";

/** A comment that holds commands of ours is to be answered; a bot's, our own included, never is. */
export const issueCommentCreated: WebhookReader = { event: "issue_comment.created", read };

const CommentEvent = IssueEvent.extend({
  comment: z.looseObject({
    id: z.number().int().positive(),
    user: Account,
    body: z.string().nullish(),
    author_association: z.string().default("NONE"),
  }),
});

function read(delivery: string, payload: unknown): Reading {
  const parsed = CommentEvent.safeParse(payload);
  if (!parsed.success) return badPayload(parsed.error);
  const { issue, sender, comment } = parsed.data;
  if (issue.pull_request) return { kind: "ignored", reason: "pull_request" };
  if (isBot(sender) || isBot(comment.user)) return { kind: "ignored", reason: "bot" };
  const origin = originOf(delivery, parsed.data);
  if (origin === null) return { kind: "ignored", reason: "no_installation" };
  const commands = parseCommands(comment.body ?? "");
  if (commands.length === 0 || comment.user === null) {
    return { kind: "ignored", reason: "no_command" };
  }
  const { id, user, author_association: association } = comment;
  return {
    kind: "job",
    job: {
      kind: "answer_comment",
      ...origin,
      comment: { id, author: user.login, association },
      commands,
    },
  };
}
