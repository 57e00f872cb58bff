import type { Action } from "./action.ts";
import type { IssuePort } from "./issue-port.ts";

/**
 * Performs the actions in order, one at a time, and gives the id of the comment written, if any.
 * Throws what the port throws; what was done before stays, and planning again leaves it out.
 */
export async function apply(actions: Action[], port: IssuePort): Promise<number | null> {
  let comment: number | null = null;
  for (const action of actions) {
    switch (action.kind) {
      case "create_comment":
        comment = await port.createComment(action.body);
        break;
      case "update_comment":
        await port.updateComment(action.comment, action.body);
        comment = action.comment;
        break;
      case "create_label":
        await port.createLabel(action.label);
        break;
      case "add_labels":
        await port.addLabels(action.labels);
        break;
    }
  }
  return comment;
}
