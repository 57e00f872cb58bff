import type { Attachment } from "../extract/attachment.ts";
import type { Reference } from "../extract/references.ts";
import type { KnowledgeBase } from "../match/knowledge-base.ts";
import type { IssuePort } from "../publish/issue-port.ts";
import type { StoredDiagnosis } from "../store/diagnoses.ts";
import type { Job } from "./job.ts";

/** What the bot last said about each issue. */
export interface DiagnosisStore {
  save(diagnosis: StoredDiagnosis): Promise<void>;
  find(issue: { repository: number; issue: number }): Promise<StoredDiagnosis | null>;
}

/** Structured log: fields first, then a static message; a pino logger is one. */
export interface JobLog {
  info(fields: object, message: string): void;
}

/** What jobs need from the outside. */
export interface JobDependencies {
  knowledge: KnowledgeBase;
  diagnoses: DiagnosisStore;
  /** Makes the port for one job, with a token for that job's repository; throws as the port does. */
  github: (job: Job) => Promise<IssuePort>;
  /** Texts of the files an issue links to; none where that is switched off. Throws nothing. */
  fetchAttachments: (references: readonly Reference[]) => Promise<Attachment[]>;
  log: JobLog;
}

/** One job at work. */
export interface JobContext<Work extends Job = Job> extends Pick<
  JobDependencies,
  "knowledge" | "diagnoses" | "fetchAttachments"
> {
  job: Work;
  port: IssuePort;
}
