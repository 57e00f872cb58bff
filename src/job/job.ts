import type { Command } from "../command/command.ts";

/** A repository as a delivery names it. */
export interface RepositoryReference {
  id: number;
  owner: string;
  name: string;
}

interface JobOrigin {
  /** `X-GitHub-Delivery`; one delivery makes at most one job. */
  delivery: string;
  installation: number;
  repository: RepositoryReference;
  /** Issue number. */
  issue: number;
}

/** A new issue is to be diagnosed. Its text is read when the job runs, not stored. */
export interface DiagnoseIssueJob extends JobOrigin {
  kind: "diagnose_issue";
}

/** A comment holds commands of ours. Its text is read again only where a command needs it. */
export interface AnswerCommentJob extends JobOrigin {
  kind: "answer_comment";
  comment: { id: number; author: string; association: string };
  commands: Command[];
}

/** The durable unit of work made from a delivery. Jobs of one issue run one at a time, in order. */
export type Job = DiagnoseIssueJob | AnswerCommentJob;
