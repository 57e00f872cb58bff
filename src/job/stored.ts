import type { Diagnosis } from "../diagnose.ts";
import type { StoredDiagnosis } from "../store/diagnoses.ts";
import type { Job } from "./job.ts";

/** A diagnosis as it is kept for later commands; `comment` is the id of the sticky comment. */
export function toStored(
  job: Job,
  { verdict, extraction, labels }: Diagnosis,
  comment: number | null,
): StoredDiagnosis {
  const matches = verdict.kind === "diagnosed" ? verdict.matches : [];
  const report = matches[0]?.report ?? extraction.primary;
  return {
    repository: job.repository.id,
    issue: job.issue,
    comment,
    knownErrors: matches.map(({ knownError }) => knownError.id),
    labels: [...labels.apply, ...labels.suggest].map(({ name }) => name),
    reason: verdict.kind === "abstained" ? verdict.reason : null,
    fingerprint: report === null ? null : (extraction.reports[report]?.fingerprint ?? null),
  };
}
