import { ProbotOctokit } from "probot";
import type { Logger } from "pino";
import { z } from "zod";
import { ConfigError } from "./errors.ts";
import type { Job } from "./job/job.ts";
import { classifyFailure, failureStatus } from "./publish/github-failure.ts";
import type { IssuePort } from "./publish/issue-port.ts";
import { octokitIssuePort } from "./publish/octokit-issue-port.ts";

export interface GitHubAppOptions {
  appId: number;
  /** PEM. */
  privateKey: string;
  /** Base URL of the REST API. */
  baseUrl: string;
  /** A log fit for libraries (`libraryLog`). */
  log: Logger;
}

/** The App at GitHub. */
export interface GitHubApp {
  /** The port on a job's issue, with a token for that one repository. */
  issuePort: (job: Job) => Promise<IssuePort>;
  /** Throws a `ConfigError` when GitHub refuses the credentials; only warns when it cannot be asked. */
  checkCredentials: () => Promise<void>;
}

const AppAnswer = z.looseObject({ slug: z.string() });
const TokenAnswer = z.looseObject({ token: z.string() });

/** Makes clients for the App and its installations. */
export function createGitHubApp(options: GitHubAppOptions): GitHubApp {
  const { appId, privateKey, baseUrl, log } = options;
  const octokit = connect(options, { auth: { appId, privateKey }, pace: "app" });
  let login: string | null = null;

  /** Login of the App's bot account, by which its comments are told from others'; asked once. */
  async function ownLogin(): Promise<string> {
    login ??= `${AppAnswer.parse((await octokit.request("GET /app")).data).slug}[bot]`;
    return login;
  }

  /** A token for the job's repository and no other; kept by Octokit until shortly before its end. */
  async function tokenFor(job: Job): Promise<string> {
    const answer = await octokit.auth({
      type: "installation",
      installationId: job.installation,
      repositoryIds: [job.repository.id],
    });
    return TokenAnswer.parse(answer).token;
  }

  async function issuePort(job: Job): Promise<IssuePort> {
    try {
      const self = { login: await ownLogin(), appId };
      const auth = { token: await tokenFor(job) };
      const client = connect(options, { auth, pace: String(job.installation) });
      const { repository, issue } = job;
      return octokitIssuePort({ octokit: client, self, repository, issue });
    } catch (error) {
      throw classifyFailure(error);
    }
  }

  async function checkCredentials(): Promise<void> {
    try {
      await ownLogin();
    } catch (error) {
      const status = failureStatus(error);
      if (status !== 401 && status !== 404) {
        log.warn({ err: error }, "GitHub could not be asked about the App");
        return;
      }
      throw new ConfigError("GitHub does not know the App by these credentials.", [
        `APP_ID ${appId} and the private key do not belong together, or the App is not at ${baseUrl} (status ${status}).`,
      ]);
    }
  }

  return { issuePort, checkCredentials };
}

interface Connection {
  auth: object;
  /** Clients of one pace space out their writes together, as GitHub asks. */
  pace: string;
}

/** A client that never tries again by itself: that is the queue's part. */
function connect({ baseUrl, log }: GitHubAppOptions, { auth, pace }: Connection): ProbotOctokit {
  return new ProbotOctokit({
    auth,
    baseUrl,
    log: log.child({ name: "github" }),
    retry: { enabled: false },
    throttle: { id: pace, onRateLimit: () => false, onSecondaryRateLimit: () => false },
  });
}
