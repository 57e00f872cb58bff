import { renderNotFound } from "../render/not-found.ts";
import type { CommandContext } from "./command-context.ts";
import { publishDiagnosis } from "./publish-diagnosis.ts";
import { replyOnce } from "./reply.ts";
import { requestedDiagnosis } from "./requested-diagnosis.ts";

/** `/diagnose`: writes or edits the one comment, or says why there is no diagnosis. */
export async function answerDiagnose(context: CommandContext): Promise<boolean> {
  const { job, port, issue, locale } = context;
  const diagnosis = await requestedDiagnosis(context);
  const { verdict, extraction } = diagnosis;
  if (verdict.kind === "abstained") {
    // An earlier diagnosis stays on the issue and on record.
    const body = renderNotFound(verdict, extraction, locale);
    await replyOnce(port, `${job.comment.id} diagnose`, body);
    return false;
  }
  await publishDiagnosis(context, { issue, diagnosis, history: await port.readHistory() });
  return true;
}
