import { ProbotOctokit } from "probot";
import type { Probot } from "probot";
import type { Logger } from "pino";
import { z } from "zod";
import { ConfigError } from "./errors.ts";
import type { Job } from "./job/job.ts";
import { classifyFailure, failureStatus } from "./publish/github-failure.ts";
import type { IssuePort } from "./publish/issue-port.ts";
import { octokitIssuePort } from "./publish/octokit-issue-port.ts";

export interface GitHubAppOptions {
  probot: Probot;
  appId: number;
  /** Base URL of the REST API. */
  baseUrl: string;
  /** A log fit for libraries (`libraryLog`). */
  log: Logger;
}

/** The App as GitHub knows it. */
export interface GitHubApp {
  /** The port on a job's issue, with a token for that one repository. */
  issuePort: (job: Job) => Promise<IssuePort>;
  /** Throws a `ConfigError` when GitHub does not accept the credentials; says nothing when it cannot be asked. */
  checkCredentials: () => Promise<void>;
}

/** Login of the App's bot account, by which its comments are told from others'. */
type Login = string;

const AppAnswer = z.looseObject({ slug: z.string() });
const TokenAnswer = z.looseObject({ token: z.string() });

/** Makes clients for the installations of the App. */
export function createGitHubApp(options: GitHubAppOptions): GitHubApp {
  const { probot, appId } = options;
  let login: Login | null = null;

  /** Asked once, kept for the life of the process. */
  async function ownLogin(): Promise<Login> {
    if (login !== null) return login;
    const octokit = await probot.auth();
    const { data } = await octokit.request("GET /app", { request: { retries: 0 } });
    login = `${AppAnswer.parse(data).slug}[bot]`;
    return login;
  }

  async function issuePort(job: Job): Promise<IssuePort> {
    try {
      const self = { login: await ownLogin(), appId };
      const octokit = clientOf(job, await tokenFor(job, probot), options);
      return octokitIssuePort({ octokit, self, repository: job.repository, issue: job.issue });
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
        options.log.warn({ err: error }, "GitHub could not be asked about the App");
        return;
      }
      throw new ConfigError("GitHub does not know the App by these credentials.", [
        `APP_ID ${appId} and the private key do not belong together, or the App is not on ${options.baseUrl} (status ${status}).`,
      ]);
    }
  }

  return { issuePort, checkCredentials };
}

/** A token for the job's repository and no other; Probot keeps it until shortly before its end. */
async function tokenFor(job: Job, probot: Probot): Promise<string> {
  const octokit = await probot.auth();
  const answer = await octokit.auth({
    type: "installation",
    installationId: job.installation,
    repositoryIds: [job.repository.id],
  });
  return TokenAnswer.parse(answer).token;
}

/** Spaces out its writes as GitHub asks, but never tries again by itself: that is the queue's part. */
function clientOf(job: Job, token: string, { baseUrl, log }: GitHubAppOptions): ProbotOctokit {
  return new ProbotOctokit({
    auth: { token },
    baseUrl,
    log: log.child({ name: "github" }),
    retry: { enabled: false },
    throttle: {
      // Clients of one installation share their pace.
      id: String(job.installation),
      onRateLimit: () => false,
      onSecondaryRateLimit: () => false,
    },
  });
}
