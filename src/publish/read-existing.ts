import type { CategoryLabel } from "../knowledge/category.ts";
import { parseMarker } from "../render/parse-marker.ts";
import type { Existing } from "./action.ts";
import type { Issue, IssuePort } from "./issue-port.ts";

export interface ReadExistingOptions {
  issue: Issue;
  /** Labels that people took off and that are to stay off. */
  removedLabels: string[];
  /** Labels that may be wanted: the repository is asked for these alone. */
  labels: CategoryLabel[];
}

/** Reads what stands on the issue now, as `plan` needs it. */
export async function readExisting(
  port: IssuePort,
  { issue, removedLabels, labels }: ReadExistingOptions,
): Promise<Existing> {
  const repositoryLabels: string[] = [];
  for (const { name } of labels) {
    const spelling = await port.findLabel(name);
    if (spelling !== null) repositoryLabels.push(spelling);
  }
  const own = await port.listOwnComments();
  return {
    comment: own.find((comment) => parseMarker(comment.body) !== null) ?? null,
    issueLabels: issue.labels,
    removedLabels,
    repositoryLabels,
    locked: issue.locked,
  };
}
