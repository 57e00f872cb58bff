import { leastConfidence } from "../match/decide.ts";
import { renderExplanation } from "../render/explain.ts";
import type { CommandContext } from "./command-context.ts";
import { replyOnce } from "./reply.ts";
import { requestedDiagnosis } from "./requested-diagnosis.ts";

/** `/diagnose explain`: the evidence and what else came into question. */
export async function answerExplain(context: CommandContext): Promise<boolean> {
  const { job, port, locale } = context;
  const { verdict, extraction } = await requestedDiagnosis(context);
  const body = renderExplanation(verdict, extraction, { locale, threshold: leastConfidence });
  await replyOnce(port, `${job.comment.id} explain`, body);
  return true;
}
