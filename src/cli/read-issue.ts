import { Octokit } from "@octokit/rest";
import { RetryLater, UserError } from "../errors.ts";
import { classifyFailure, failureStatus } from "../publish/github-failure.ts";
import { toIssue } from "../publish/github-response.ts";
import type { Issue } from "../publish/issue-port.ts";
import type { CliIo } from "./cli-io.ts";
import { formatIssueReference } from "./issue-reference.ts";
import type { IssueReference } from "./issue-reference.ts";

/** Milliseconds that GitHub is given to answer. */
const patience = 30_000;

/**
 * Reads an issue from GitHub with `GITHUB_TOKEN`, if set, at `GITHUB_API_URL`. Throws a `UserError`
 * in one line when it cannot be had.
 */
export async function readIssue(reference: IssueReference, env: CliIo["env"]): Promise<Issue> {
  const { owner, repo, number } = reference;
  const octokit = new Octokit({
    auth: env["GITHUB_TOKEN"] || undefined,
    baseUrl: apiUrl(reference, env),
    userAgent: "signpost",
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const request = { signal: AbortSignal.timeout(patience) };
  try {
    const place = { owner, repo, issue_number: number, request };
    const { data } = await octokit.rest.issues.get(place);
    const issue = toIssue(data);
    if (!issue.isPullRequest) return issue;
  } catch (error) {
    throw explained(reference, error);
  }
  throw new UserError(`${formatIssueReference(reference)} is a pull request, not an issue`);
}

/** The token must not go to a host just because a URL names it: other hosts are set on purpose. */
function apiUrl({ host }: IssueReference, env: CliIo["env"]): string {
  const set = env["GITHUB_API_URL"];
  if (set) return set.replace(/\/$/, "");
  if (host === null || host === "github.com" || host === "www.github.com") {
    return "https://api.github.com";
  }
  const likely = host.endsWith(".ghe.com") ? `https://api.${host}` : `https://${host}/api/v3`;
  throw new UserError(`${host} is not github.com; set GITHUB_API_URL (likely ${likely})`);
}

function explained(reference: IssueReference, error: unknown): unknown {
  const name = formatIssueReference(reference);
  const status = failureStatus(error);
  if (status === null || !(error instanceof Error)) return error;
  const options = { cause: error };
  const classified = classifyFailure(error);
  if (classified instanceof RetryLater) {
    const wait = `try again in ${classified.afterSeconds} s, or set GITHUB_TOKEN`;
    return new UserError(`${name}: GitHub's rate limit is used up; ${wait}`, options);
  }
  switch (status) {
    case 401:
      return new UserError(`${name}: GitHub does not accept GITHUB_TOKEN`, options);
    case 403:
      return new UserError(`${name}: GITHUB_TOKEN may not read this issue`, options);
    case 404:
      return new UserError(
        `${name}: there is no such issue; if it is private, set GITHUB_TOKEN`,
        options,
      );
    case 410:
      return new UserError(`${name}: the issue was deleted`, options);
    default:
      return new UserError(`${name}: GitHub cannot be reached (${error.message})`, options);
  }
}

function silent(): void {}
