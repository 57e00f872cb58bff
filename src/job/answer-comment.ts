import type { Command } from "../command/command.ts";
import { helpReply, unknownVerbReply } from "../command/help.ts";
import { mayUse } from "../command/permission.ts";
import { extract } from "../extract/extract.ts";
import { isBot } from "../publish/github-response.ts";
import type { Issue } from "../publish/issue-port.ts";
import { answerApply } from "./answer-apply.ts";
import { answerDiagnose } from "./answer-diagnose.ts";
import { answerExplain } from "./answer-explain.ts";
import type { CommandContext } from "./command-context.ts";
import { distinctCommands } from "./distinct-commands.ts";
import { issueText } from "./issue-text.ts";
import type { AnswerCommentJob } from "./job.ts";
import type { JobContext } from "./job-dependencies.ts";
import { refusedReply } from "./label-replies.ts";
import type { Outcome, SkipReason } from "./outcome.ts";
import { replyOnce } from "./reply.ts";

/**
 * Answers the commands of one comment, in order: eyes when one is taken up, a thumb up when all were
 * carried out, else a confused face.
 */
export async function answerComment(context: JobContext<AnswerCommentJob>): Promise<Outcome> {
  const { job, port } = context;
  if (isBot({ login: job.comment.author })) return { kind: "skipped", reason: "bot" };
  const issue = await port.readIssue();
  const skip = reasonToSkip(issue);
  if (skip !== null) return { kind: "skipped", reason: skip };

  const commands = distinctCommands(job.commands);
  const allowed = await allowedOf(commands, context, issue);
  if (allowed.size > 0) await port.react(job.comment.id, "eyes");

  const { locale } = extract(issueText(issue));
  const here: CommandContext = { ...context, issue, locale };
  let done = true;
  for (const command of commands) {
    const answered = allowed.has(command)
      ? await answer(command, here)
      : await refuse(command, here);
    done &&= answered;
  }
  await port.react(job.comment.id, done ? "+1" : "confused");
  return { kind: "answered", verbs: commands.map(({ verb }) => verb), done };
}

function reasonToSkip(issue: Issue): SkipReason | null {
  if (issue.isPullRequest) return "pull_request";
  return issue.locked ? "locked" : null;
}

async function allowedOf(
  commands: Command[],
  { job, port }: JobContext<AnswerCommentJob>,
  issue: Issue,
): Promise<Set<Command>> {
  const { author, association } = job.comment;
  const isIssueAuthor = issue.author?.toLowerCase() === author.toLowerCase();
  const actor = { association, isIssueAuthor, role: () => port.readRole(author) };
  const allowed = new Set<Command>();
  for (const command of commands) {
    if (await mayUse(command, actor)) allowed.add(command);
  }
  return allowed;
}

/** Carries a command out; false when it could not be. */
async function answer(command: Command, context: CommandContext): Promise<boolean> {
  let done: boolean;
  switch (command.verb) {
    case "diagnose":
      done = await answerDiagnose(context);
      break;
    case "apply":
      done = await answerApply(context, command.labels);
      break;
    case "explain":
      done = await answerExplain(context);
      break;
    case "help":
      done = await answerHelp(context);
      break;
    case "unknown":
      done = await answerUnknown(command.word, context);
      break;
  }
  return done;
}

async function answerHelp({ job, port, locale }: CommandContext): Promise<boolean> {
  await replyOnce(port, `${job.comment.id} help`, helpReply(locale));
  return true;
}

async function answerUnknown(word: string, context: CommandContext): Promise<boolean> {
  const { job, port, locale } = context;
  await replyOnce(port, `${job.comment.id} unknown`, unknownVerbReply(word, locale));
  return false;
}

/**
 * A stranger's reading command gets no words, only the reaction. Who may apply labels is said once
 * on an issue, so that strangers cannot make the bot talk.
 */
async function refuse(command: Command, { port, locale }: CommandContext): Promise<boolean> {
  if (command.verb === "apply") await replyOnce(port, "apply refused", refusedReply(locale));
  return false;
}
