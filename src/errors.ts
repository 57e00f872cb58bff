/** A person's mistake: shown once to whoever made it; the message says what, where and how to mend it. */
export class UserError extends Error {
  override name = "UserError";
}

/** A mistake in what an operator or a maintainer configured; `problems` holds one plain sentence each. */
export class ConfigError extends UserError {
  override name = "ConfigError";
  readonly problems: readonly string[];

  constructor(heading: string, problems: readonly string[]) {
    super([heading, ...problems.map((problem) => `  - ${problem}`)].join("\n"));
    this.problems = problems;
  }
}
