import type { IssuePort } from "../publish/issue-port.ts";
import { clamp } from "../render/clamp.ts";

/**
 * Posts a reply unless one with the same key stands already, so that a job that runs twice answers
 * once. The key, words and digits only, stands hidden in the reply's first line.
 */
export async function replyOnce(port: IssuePort, key: string, body: string): Promise<void> {
  const marker = `<!-- signpost reply: ${key} -->`;
  const own = await port.listOwnComments();
  if (own.some((comment) => comment.body.startsWith(marker))) return;
  await port.createComment(clamp(`${marker}\n${body}`));
}
