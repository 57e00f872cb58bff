import { createRequire } from "node:module";
import type { WebhookDefinition } from "@octokit/webhooks-examples";
import nock from "nock";
import { ProbotOctokit } from "probot";
import { z } from "zod";

const webhooks: WebhookDefinition[] = createRequire(import.meta.url)("@octokit/webhooks-examples");

/** Account of the bot in these tests. */
export const self = { login: "signpost[bot]", appId: 4242 };
export const repository = { id: 186853002, owner: "octo-org", name: "widgets" };
export const issueNumber = 7;

export interface DoubleComment {
  id: number;
  body: string;
  user: { login: string; type: string };
  performed_via_github_app: { id: number } | null;
}

/** What GitHub knows, as a test sets it up and looks at it afterward. */
export interface GitHubState {
  issue: Record<string, unknown>;
  comments: DoubleComment[];
  issueLabels: string[];
  repositoryLabels: { name: string; color: string; description: string }[];
  timeline: object[];
  /** Answers of the permission call by login; anyone else reads. */
  permissions: Record<string, object>;
  reactions: { comment: number; content: string }[];
}

/** A request as it reached GitHub. */
export interface Seen {
  method: string;
  path: string;
  body: unknown;
}

/** A fault for the first request that fits; `stored`: GitHub does the work and fails afterward. */
export interface Fault {
  method: string;
  path: RegExp;
  status: number;
  body?: object;
  headers?: Record<string, string>;
  stored?: boolean;
  /** True: every request that fits fails. */
  always?: boolean;
}

export interface GitHubDouble {
  state: GitHubState;
  faults: Fault[];
  seen: Seen[];
  /** The requests that change something, as `METHOD path` with the body. */
  writes(): Seen[];
}

type Reply = [status: number, body: object, headers: Record<string, string>];

const Example = z.object({ issue: z.looseObject({}), comment: z.looseObject({}).optional() });

/** What the bot may send, all calls together. */
const Sent = z.object({
  body: z.string().default(""),
  labels: z.array(z.string()).default([]),
  name: z.string().default(""),
  color: z.string().default(""),
  description: z.string().default(""),
  content: z.string().default(""),
});

const place = `/repos/${repository.owner}/${repository.name}`;

/** GitHub's REST API for one issue on nock, with the shapes of GitHub's own examples and a memory. */
export function githubDouble(overrides: Partial<GitHubState> = {}): GitHubDouble {
  const double: GitHubDouble = {
    state: {
      issue: {},
      comments: [],
      issueLabels: [],
      repositoryLabels: [],
      timeline: [],
      permissions: {},
      reactions: [],
      ...overrides,
    },
    faults: [],
    seen: [],
    writes: () => double.seen.filter(({ method }) => method !== "GET"),
  };
  const scope = nock("https://api.github.com").persist();
  for (const method of ["GET", "POST", "PATCH"] as const) {
    scope.intercept(/.*/, method).reply((uri, body) => answer(double, { method, path: uri, body }));
  }
  return double;
}

/** Probot's Octokit with its retries on and its pauses between writes off. */
export function probotOctokit(): ProbotOctokit {
  return new ProbotOctokit({
    auth: { token: "token" },
    throttle: { enabled: false },
    retry: { retryAfterBaseValue: 1 },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
}

export function comment(id: number, login: string, body: string): DoubleComment {
  const bot = login.endsWith("[bot]");
  return {
    ...structuredClone(example("issue_comment").comment),
    id,
    body,
    user: { login, type: bot ? "Bot" : "User" },
    performed_via_github_app: login === self.login ? { id: self.appId } : null,
  };
}

/** A timeline event as GitHub writes it. */
export function labelEvent(event: "labeled" | "unlabeled", name: string, actor: string): object {
  return {
    id: 6430295168,
    node_id: "LE_x",
    url: `https://api.github.com${place}/issues/events/6430295168`,
    event,
    commit_id: null,
    commit_url: null,
    created_at: "2026-01-02T03:04:05Z",
    actor: { login: actor, id: 9, type: actor.endsWith("[bot]") ? "Bot" : "User" },
    label: { name, color: "ededed" },
    performed_via_github_app: null,
  };
}

function answer(double: GitHubDouble, request: Seen): Reply {
  double.seen.push(request);
  const index = double.faults.findIndex(
    (fault) => fault.method === request.method && fault.path.test(request.path),
  );
  const fault = double.faults[index];
  if (fault === undefined) return perform(double.state, request);
  if (fault.always !== true) double.faults.splice(index, 1);
  if (fault.stored === true) perform(double.state, request);
  return [fault.status, fault.body ?? { message: "Server Error" }, fault.headers ?? {}];
}

function perform(state: GitHubState, { method, path, body }: Seen): Reply {
  const { pathname, searchParams } = new URL(path, "https://api.github.com");
  const route = `${method} ${pathname.replace(place, "")}`;
  const sent = Sent.parse(body === "" ? {} : body);
  const issue = `/issues/${issueNumber}`;

  if (route === `GET ${issue}`) return [200, issueResponse(state), {}];
  if (route === `GET ${issue}/comments`) return pageOf(state.comments, pathname, searchParams);
  if (route === `GET ${issue}/timeline`) return pageOf(state.timeline, pathname, searchParams);
  if (route === `POST ${issue}/comments`) {
    const made = comment(900_000 + state.comments.length, self.login, sent.body);
    state.comments.push(made);
    return [201, made, {}];
  }
  if (route === `POST ${issue}/labels`) {
    state.issueLabels.push(...sent.labels);
    return [200, state.issueLabels.map((name) => ({ name })), {}];
  }
  if (route === "POST /labels") {
    const { name, color, description } = sent;
    state.repositoryLabels.push({ name, color, description });
    return [201, { name, color, description }, {}];
  }
  const label = /^GET \/labels\/(.+)$/.exec(route);
  if (label !== null) {
    const name = decodeURIComponent(label[1] ?? "").toLowerCase();
    const found = state.repositoryLabels.find((one) => one.name.toLowerCase() === name);
    return found === undefined ? notFound : [200, found, {}];
  }
  const reaction = /^POST \/issues\/comments\/(\d+)\/reactions$/.exec(route);
  if (reaction !== null) {
    state.reactions.push({ comment: Number(reaction[1]), content: sent.content });
    return [201, { id: 1, content: sent.content }, {}];
  }
  const one = /^(GET|PATCH) \/issues\/comments\/(\d+)$/.exec(route);
  if (one !== null) {
    const found = state.comments.find(({ id }) => id === Number(one[2]));
    if (found === undefined) return notFound;
    if (method === "PATCH") found.body = sent.body;
    return [200, found, {}];
  }
  const role = /^GET \/collaborators\/([^/]+)\/permission$/.exec(route);
  if (role !== null) return [200, permissionResponse(state, role[1] ?? ""), {}];
  throw new Error(`no such route in the double: ${route}`);
}

const notFound: Reply = [
  404,
  { message: "Not Found", documentation_url: "https://docs.github.com/rest", status: "404" },
  {},
];

function issueResponse(state: GitHubState): object {
  return {
    ...structuredClone(example("issues").issue),
    number: issueNumber,
    url: `https://api.github.com${place}/issues/${issueNumber}`,
    repository_url: `https://api.github.com${place}`,
    title: "Training stops at the first step",
    body: null,
    state: "open",
    locked: false,
    user: { login: "reporter", type: "User" },
    labels: state.issueLabels.map((name) => ({ name })),
    ...state.issue,
  };
}

function permissionResponse(state: GitHubState, login: string): object {
  return (
    state.permissions[login] ?? {
      permission: "read",
      role_name: "read",
      user: { login, permissions: { admin: false, maintain: false, push: false, triage: false } },
    }
  );
}

function pageOf(entries: object[], pathname: string, query: URLSearchParams): Reply {
  const size = Number(query.get("per_page") ?? 30);
  const page = Number(query.get("page") ?? 1);
  const next = `<https://api.github.com${pathname}?per_page=${size}&page=${page + 1}>; rel="next"`;
  const more = page * size < entries.length;
  return [200, entries.slice((page - 1) * size, page * size), more ? { link: next } : {}];
}

function example(name: "issues" | "issue_comment"): z.infer<typeof Example> {
  return Example.parse(webhooks.find((webhook) => webhook.name === name)?.examples[0]);
}
