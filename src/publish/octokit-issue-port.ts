import type { Octokit } from "@octokit/rest";
import type { CategoryLabel } from "../knowledge/category.ts";
import { classifyFailure, failureStatus } from "./github-failure.ts";
import { isOwn, toHistory, toIssue, toRole } from "./github-response.ts";
import type { OwnAccount } from "./github-response.ts";
import type { History, Issue, IssuePort, OwnComment, Reaction, Role } from "./issue-port.ts";
import { Refused } from "./refused.ts";

export interface IssuePortOptions {
  /** Any Octokit with pagination: Probot's or that of `@octokit/rest`. */
  octokit: Pick<Octokit, "request" | "paginate">;
  self: OwnAccount;
  repository: { id: number; owner: string; name: string };
  /** Issue number. */
  issue: number;
}

/** Pages of 100 entries read at most; GitHub closes an issue to comments at 2,500 of them. */
const maximumPages = 30;

/** The queue alone tries again: a second try inside Octokit could post a comment twice. */
const request = { retries: 0 };

/** The port on GitHub's REST API. */
export function octokitIssuePort(options: IssuePortOptions): IssuePort {
  const { octokit, self, repository } = options;
  const repo = { owner: repository.owner, repo: repository.name, request };
  const place = { ...repo, issue_number: options.issue };

  async function readIssue(): Promise<Issue> {
    const route = "GET /repos/{owner}/{repo}/issues/{issue_number}";
    const { data, url } = await octokit.request(route, place);
    if (isElsewhere(url, repository.id)) throw new Refused("gone", "the issue was transferred");
    return toIssue(data);
  }

  async function readHistory(): Promise<History> {
    const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/timeline";
    const pages = octokit.paginate.iterator(route, { ...place, per_page: 100 });
    return toHistory(await firstPages(pages), self);
  }

  async function listOwnComments(): Promise<OwnComment[]> {
    const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
    const pages = octokit.paginate.iterator(route, { ...place, per_page: 100 });
    return (await firstPages(pages))
      .filter(({ user, performed_via_github_app: app }) => isOwn({ user, app }, self))
      .map(({ id, body }) => ({ id, body: body ?? "" }));
  }

  async function readComment(comment: number): Promise<string> {
    const route = "GET /repos/{owner}/{repo}/issues/comments/{comment_id}";
    const { data } = await octokit.request(route, { ...repo, comment_id: comment });
    return data.body ?? "";
  }

  async function createComment(body: string): Promise<number> {
    const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
    try {
      const { data } = await octokit.request(route, { ...place, body });
      return Number(data.id);
    } catch (error) {
      const stored = isUnanswered(error) ? await findPosted(body) : undefined;
      if (stored === undefined) throw error;
      return stored.id;
    }
  }

  /** GitHub may have stored a comment although its answer got lost on the way. */
  async function findPosted(body: string): Promise<OwnComment | undefined> {
    const own = await listOwnComments();
    return own.find((comment) => firstLine(comment.body) === firstLine(body));
  }

  async function updateComment(comment: number, body: string): Promise<void> {
    const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
    await octokit.request(route, { ...repo, comment_id: comment, body });
  }

  async function findLabel(name: string): Promise<string | null> {
    try {
      const { data } = await octokit.request("GET /repos/{owner}/{repo}/labels/{name}", {
        ...repo,
        name,
      });
      return data.name;
    } catch (error) {
      if (failureStatus(error) === 404) return null;
      throw error;
    }
  }

  async function createLabel(label: CategoryLabel): Promise<void> {
    try {
      await octokit.request("POST /repos/{owner}/{repo}/labels", { ...repo, ...label });
    } catch (error) {
      // Somebody else created it since it was looked for: that is what was wanted.
      if (failureStatus(error) !== 422 || (await findLabel(label.name)) === null) throw error;
    }
  }

  async function addLabels(labels: string[]): Promise<void> {
    const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/labels";
    await octokit.request(route, { ...place, labels });
  }

  async function react(comment: number, content: Reaction): Promise<void> {
    const route = "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions";
    await octokit.request(route, { ...repo, comment_id: comment, content });
  }

  async function readRole(username: string): Promise<Role> {
    const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
    try {
      const { data } = await octokit.request(route, { ...repo, username });
      return toRole(data);
    } catch (error) {
      if (failureStatus(error) === 404) return "none";
      throw error;
    }
  }

  return {
    readIssue: () => classified(readIssue()),
    readHistory: () => classified(readHistory()),
    listOwnComments: () => classified(listOwnComments()),
    readComment: (comment) => classified(readComment(comment)),
    createComment: (body) => classified(createComment(body)),
    updateComment: (comment, body) => classified(updateComment(comment, body)),
    findLabel: (name) => classified(findLabel(name)),
    createLabel: (label) => classified(createLabel(label)),
    addLabels: (labels) => classified(addLabels(labels)),
    react: (comment, reaction) => classified(react(comment, reaction)),
    readRole: (login) => classified(readRole(login)),
  };
}

async function classified<Value>(call: Promise<Value>): Promise<Value> {
  try {
    return await call;
  } catch (error) {
    throw classifyFailure(error);
  }
}

async function firstPages<Entry>(pages: AsyncIterable<{ data: Entry[] }>): Promise<Entry[]> {
  const entries: Entry[] = [];
  let page = 0;
  for await (const { data } of pages) {
    entries.push(...data);
    page += 1;
    if (page === maximumPages) break;
  }
  return entries;
}

/** GitHub redirects to `/repositories/ID/...` when a repository was renamed or an issue transferred. */
function isElsewhere(url: string, repository: number): boolean {
  const redirected = /\/repositories\/(\d+)\//.exec(url);
  return redirected !== null && Number(redirected[1]) !== repository;
}

function isUnanswered(error: unknown): boolean {
  const status = failureStatus(error);
  return status !== null && status >= 500;
}

function firstLine(body: string): string {
  return body.split(/\r?\n/, 1)[0] ?? "";
}
