import type { Diagnosis } from "../diagnose.ts";
import { apply } from "../publish/apply.ts";
import type { History, Issue } from "../publish/issue-port.ts";
import { plan } from "../publish/plan.ts";
import { readExisting } from "../publish/read-existing.ts";
import type { JobContext } from "./job-dependencies.ts";
import type { Outcome } from "./outcome.ts";
import { toStored } from "./stored.ts";

export interface Publication {
  issue: Issue;
  diagnosis: Diagnosis;
  history: History;
}

/** Brings the issue to what the diagnosis wants, and keeps the diagnosis for later commands. */
export async function publishDiagnosis(
  { job, port, diagnoses }: JobContext,
  { issue, diagnosis, history }: Publication,
): Promise<Outcome> {
  const labels = diagnosis.labels.apply;
  const { removedLabels } = history;
  const existing = await readExisting(port, { issue, removedLabels, labels });
  const actions = plan({ comment: diagnosis.comment, labels }, existing);
  const written = await apply(actions, port);
  await diagnoses.save(toStored(job, diagnosis, written ?? existing.comment?.id ?? null));

  const matches = diagnosis.verdict.kind === "diagnosed" ? diagnosis.verdict.matches : [];
  return {
    kind: "published",
    knownErrors: matches.map(({ knownError }) => knownError.id),
    confidence: matches[0]?.confidence ?? 0,
    actions: actions.map(({ kind }) => kind),
  };
}
