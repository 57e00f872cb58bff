import type { CategoryLabel } from "../knowledge/category.ts";

/** One thing to do on GitHub. `plan` decides, `apply` performs, a dry run prints. */
export type Action =
  | { kind: "create_comment"; body: string }
  | { kind: "update_comment"; comment: number; body: string }
  | { kind: "create_label"; label: CategoryLabel }
  | { kind: "add_labels"; labels: string[] };

/** What the bot wants to stand on the issue. */
export interface Wanted {
  /** Body of the sticky comment, or `null` to leave what is there. */
  comment: string | null;
  /** Labels to be on the issue; only ever added. */
  labels: CategoryLabel[];
}

/** What stands on the issue now. */
export interface Existing {
  /** Our own sticky comment, found by marker and author. */
  comment: { id: number; body: string } | null;
  issueLabels: string[];
  /** Labels that a person took off this issue and that are to stay off. */
  removedLabels: string[];
  /** The repository's labels, in its spelling; of these only the wanted ones matter. */
  repositoryLabels: string[];
  locked: boolean;
}
