import { fetchAttachments } from "../../src/attachment/fetch-attachments.ts";
import { createJobHandler } from "../../src/job/handle-job.ts";
import type { AnswerCommentJob, DiagnoseIssueJob, Job } from "../../src/job/job.ts";
import { KnownError } from "../../src/knowledge/known-error.ts";
import { compileKnowledge } from "../../src/match/knowledge-base.ts";
import { octokitIssuePort } from "../../src/publish/octokit-issue-port.ts";
import type { StoredDiagnosis } from "../../src/store/diagnoses.ts";
import {
  comment,
  githubDouble,
  issueNumber,
  probotOctokit,
  repository,
  self,
} from "../support/github-double.ts";
import type { GitHubDouble, GitHubState } from "../support/github-double.ts";

const distributed = KnownError.parse({
  id: "tests/distributed-training",
  title: "Spread over all GPUs and distributed exclude each other",
  signature:
    "ValueError: You can't train a model that has been loaded with `device_map='auto'` in any distributed mode.",
  exception: ["ValueError"],
  packages: ["accelerate"],
  domain: "tests",
  category: "config_error",
  root_cause: "One copy of the model is spread over all GPUs.",
  workarounds: [{ action: "Give each process its own GPU." }],
  verification_tier: "source_checked",
});

const unchecked = KnownError.parse({
  id: "tests/gadget-memory",
  title: "The gadget takes all memory",
  signature: "RuntimeError: gadget pool exhausted while preparing the training batch",
  exception: ["RuntimeError"],
  domain: "tests",
  category: "memory_error",
  root_cause: "The pool is too small.",
  workarounds: [{ action: "Enlarge the pool." }],
});

const knowledge = compileKnowledge([distributed, unchecked]);

function traceback(error: string): string {
  return ["```", stackOf(error), "```"].join("\n");
}

function stackOf(error: string): string {
  return [
    "Traceback (most recent call last):",
    '  File "/srv/run/train.py", line 12, in <module>',
    "    trainer.train()",
    '  File "/usr/lib/python3.11/site-packages/accelerate/accelerator.py", line 1300, in prepare_model',
    "    raise problem",
    error,
  ].join("\n");
}

/** Known for sure: comment and label at once. */
export const sureReport = traceback(distributed.signature);
/** The same as a program wrote it into a file. */
export const attachedReport = stackOf(distributed.signature);
/** Known, but unchecked: the label is only suggested. */
export const uncheckedReport = traceback(unchecked.signature);
export const unknownReport = traceback("ValueError: the flux capacitor is upside down");

const commandComment = 5001;

export interface Workbench {
  github: GitHubDouble;
  stored: StoredDiagnosis[];
  outcomes: unknown[];
  handle: (job: Job) => Promise<void>;
}

/** The real handler on a double of GitHub, with a store in memory. */
export function workbench(state: Partial<GitHubState> = {}): Workbench {
  const github = githubDouble(state);
  const stored: StoredDiagnosis[] = [];
  const outcomes: unknown[] = [];
  const handle = createJobHandler({
    knowledge,
    diagnoses: {
      save: (diagnosis) => {
        stored.push(diagnosis);
        return Promise.resolve();
      },
      find: () => Promise.resolve(stored.at(-1) ?? null),
    },
    github: (job) =>
      Promise.resolve(
        octokitIssuePort({ octokit: probotOctokit(), self, repository, issue: job.issue }),
      ),
    fetchAttachments: async (references) => (await fetchAttachments(references)).attachments,
    log: {
      info: (fields) => {
        outcomes.push("outcome" in fields ? fields.outcome : undefined);
      },
    },
  });
  return { github, stored, outcomes, handle };
}

const origin = { delivery: "d-1", installation: 11, repository, issue: issueNumber };

export const newIssue: DiagnoseIssueJob = { kind: "diagnose_issue", ...origin };

/** A comment's job; the reporter wrote it unless said otherwise. */
export function commentJob(
  commands: AnswerCommentJob["commands"],
  author = "reporter",
  association = "NONE",
): AnswerCommentJob {
  return {
    kind: "answer_comment",
    ...origin,
    comment: { id: commandComment, author, association },
    commands,
  };
}

/** The comment that holds the command, as it stands on the issue. */
export function said(body: string, author = "reporter"): ReturnType<typeof comment> {
  return comment(commandComment, author, body);
}

/** Reactions to the command, in order. */
export function reactions({ state }: GitHubDouble): string[] {
  return state.reactions
    .filter(({ comment: id }) => id === commandComment)
    .map(({ content }) => content);
}

/** Bodies of the bot's own comments. */
export function own({ state }: GitHubDouble): string[] {
  return state.comments.filter(({ user }) => user.login === self.login).map(({ body }) => body);
}
