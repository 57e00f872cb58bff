import type { Issue } from "../publish/issue-port.ts";

/** An issue as one text: title, blank line, body. Lines of evidence count from here. */
export function issueText(issue: Pick<Issue, "title" | "body">): string {
  return `${issue.title}\n\n${issue.body}`;
}
