import { diagnose } from "../diagnose.ts";
import type { DiagnoseOptions, Diagnosis } from "../diagnose.ts";
import type { JobContext } from "./job-dependencies.ts";

/**
 * Diagnoses a text, and when it has no answer by itself, once more together with the files of
 * GitHub's own that it links to.
 */
export async function diagnoseText(
  { knowledge, fetchAttachments }: Pick<JobContext, "knowledge" | "fetchAttachments">,
  text: string,
  options: DiagnoseOptions,
): Promise<Diagnosis> {
  const alone = diagnose(text, knowledge, options);
  const { references } = alone.extraction;
  if (alone.verdict.kind === "diagnosed" || references.length === 0) return alone;
  const attachments = await fetchAttachments(references);
  return attachments.length === 0 ? alone : diagnose(text, knowledge, { ...options, attachments });
}
