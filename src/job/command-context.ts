import type { Locale } from "../extract/extraction.ts";
import type { Issue } from "../publish/issue-port.ts";
import type { AnswerCommentJob } from "./job.ts";
import type { JobContext } from "./job-dependencies.ts";

/** What a command's answer is made of. */
export interface CommandContext extends JobContext<AnswerCommentJob> {
  issue: Issue;
  /** Language of the issue: that of every answer on it. */
  locale: Locale;
}
