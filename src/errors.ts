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

/** A service asked to be left alone for a while (a rate limit): the job is to run again after that. */
export class RetryLater extends Error {
  override name = "RetryLater";
  /** Seconds to wait, as the service said or as its documentation asks. */
  readonly afterSeconds: number;

  constructor(afterSeconds: number, options?: ErrorOptions) {
    super(`retry after ${afterSeconds} seconds`, options);
    this.afterSeconds = afterSeconds;
  }
}
