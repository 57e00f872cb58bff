import { diagnose } from "../diagnose.ts";
import { categories } from "../knowledge/category.ts";
import type { CategoryLabel } from "../knowledge/category.ts";
import { apply } from "../publish/apply.ts";
import { plan } from "../publish/plan.ts";
import { readExisting } from "../publish/read-existing.ts";
import type { CommandContext } from "./command-context.ts";
import { issueText } from "./issue-text.ts";
import { applicableReply } from "./label-replies.ts";
import { replyOnce } from "./reply.ts";

/**
 * `/diagnose apply`: puts the suggested labels, or those named among them, on the issue, also one
 * that a person had removed. False, with a reply, when something else was named or nothing is suggested.
 */
export async function answerApply(context: CommandContext, named: string[]): Promise<boolean> {
  const { job, port, issue, locale } = context;
  const offered = await offeredLabels(context);
  const wanted = new Set(named.map((name) => name.toLowerCase()));
  const chosen = offered.filter(({ name }) => wanted.size === 0 || wanted.has(name));

  if (chosen.length > 0) {
    const existing = await readExisting(port, { issue, removedLabels: [], labels: chosen });
    await apply(plan({ comment: null, labels: chosen }, existing), port);
  }
  if (chosen.length > 0 && chosen.length >= wanted.size) return true;
  const names = offered.map(({ name }) => name);
  await replyOnce(port, `${job.comment.id} apply`, applicableReply(names, locale));
  return false;
}

/** Labels of the last diagnosis; without one on record, the issue is diagnosed again. */
async function offeredLabels(context: CommandContext): Promise<CategoryLabel[]> {
  const { job, diagnoses, knowledge, issue, locale } = context;
  const stored = await diagnoses.find({ repository: job.repository.id, issue: job.issue });
  if (stored !== null) {
    return Object.values(categories).filter(({ name }) => stored.labels.includes(name));
  }
  const { labels } = diagnose(issueText(issue), knowledge, { locale, requested: true });
  return [...labels.apply, ...labels.suggest];
}
