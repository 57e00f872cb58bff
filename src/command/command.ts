/** One command of a comment, as its author wrote it. */
export type Command =
  /** `/diagnose`: diagnose again, also what the comment itself quotes. */
  | { verb: "diagnose" }
  /** `/diagnose apply [label, ...]`: put the suggested labels (or only those named) on the issue. */
  | { verb: "apply"; labels: string[] }
  /** `/diagnose explain`: the evidence and the runners-up. */
  | { verb: "explain" }
  | { verb: "help" }
  /** A word after `/diagnose` that is no verb of ours: answered with one help line. */
  | { verb: "unknown"; word: string };
