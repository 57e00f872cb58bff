import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createEmulator } from "emulate";
import { closeGap } from "./emulator-gaps.ts";
import type { Reaction } from "./emulator-gaps.ts";

/** The people of the emulated repository and what GitHub lets them do. */
export const people = {
  /** Owns the organization: role `admin`. */
  maintainer: "ada",
  /** Collaborator with the role `triage`. */
  triager: "grace",
  reporter: "linus",
  reporterZh: "xiaoming",
  stranger: "mallory",
} as const;

export type Person = (typeof people)[keyof typeof people];

const owner = "acme-ml";
const name = "trainer";
const repository = `/repos/${owner}/${name}`;

/** A comment as the API shows it. */
export interface EmulatedComment {
  id: number;
  body: string;
  user: { login: string };
}

/** One webhook as it was delivered to the App. */
export interface RelayedDelivery {
  id: string;
  event: string;
  payload: string;
  signature: string;
  status: number;
}

/** A stateful GitHub on loopback with one repository on which the App is installed. */
export interface GitHubEmulator {
  /** Base URL of the REST API, for the App. */
  url: string;
  repository: { owner: string; name: string };
  appId: number;
  privateKey: string;
  webhookSecret: string;
  /** Everything delivered so far, oldest first. */
  deliveries: RelayedDelivery[];
  /** Where webhooks go from now on. */
  deliverTo(webhookUrl: string): void;
  /** Calls the API as a person. */
  as(person: Person, route: string, body?: unknown): Promise<unknown>;
  openIssue(person: Person, issue: { title: string; body: string }): Promise<number>;
  comment(person: Person, issue: number, body: string): Promise<number>;
  comments(issue: number): Promise<EmulatedComment[]>;
  labels(issue: number): Promise<string[]>;
  reactions(comment: number): string[];
  close(): Promise<void>;
}

/**
 * Starts `emulate`'s GitHub behind a proxy that closes its gaps (`emulator-gaps.ts`) and relays its
 * webhooks with GUIDs, as GitHub sends them.
 */
export async function startGitHubEmulator(): Promise<GitHubEmulator> {
  const webhookSecret = randomUUID();
  const reactions: Reaction[] = [];
  const deliveries: RelayedDelivery[] = [];
  const port = await freePort();
  const backend = `http://127.0.0.1:${port}`;
  let target: string | null = null;

  const proxy = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      response.writeHead(502).end(String(error));
    });
  });
  const url = await listen(proxy);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (request.url === "/_relay") {
      response.writeHead(await relay(request, body)).end();
      return;
    }
    const result = await closeGap({ request, body, backend, reactions });
    response.writeHead(result.status, result.headers).end(result.body);
  }

  async function relay(request: IncomingMessage, payload: string): Promise<number> {
    if (target === null) return 503;
    const delivery = {
      id: randomUUID(),
      event: String(request.headers["x-github-event"]),
      payload,
      signature: String(request.headers["x-hub-signature-256"]),
    };
    const answered = await fetch(target, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-github-delivery": delivery.id,
        "x-github-event": delivery.event,
        "x-hub-signature-256": delivery.signature,
      },
      body: payload,
    });
    deliveries.push({ ...delivery, status: answered.status });
    return answered.status;
  }

  const emulator = await createEmulator({
    service: "github",
    port,
    baseUrl: url,
    seed: seed(`${url}/_relay`, webhookSecret),
  });

  async function as(person: Person, route: string, body?: unknown): Promise<unknown> {
    const [method = "GET", path = "/"] = route.split(" ");
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${tokenOf(person)}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${route} by ${person}: ${response.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  }

  await as(people.maintainer, `PUT ${repository}/collaborators/${people.triager}`, {
    permission: "triage",
  });

  return {
    url,
    repository: { owner, name },
    appId,
    privateKey: emulator.generatedSecrets[0]?.value ?? "",
    webhookSecret,
    deliveries,
    deliverTo: (webhookUrl) => {
      target = webhookUrl;
    },
    as,
    openIssue: async (person, issue) => {
      const opened = await as(person, `POST ${repository}/issues`, issue);
      return (opened as { number: number }).number;
    },
    comment: async (person, issue, body) => {
      const created = await as(person, `POST ${repository}/issues/${issue}/comments`, { body });
      return (created as { id: number }).id;
    },
    comments: async (issue) =>
      (await as(
        people.maintainer,
        `GET ${repository}/issues/${issue}/comments?per_page=100`,
      )) as EmulatedComment[],
    labels: async (issue) => {
      const labels = await as(people.maintainer, `GET ${repository}/issues/${issue}/labels`);
      return (labels as { name: string }[]).map((label) => label.name);
    },
    reactions: (comment) =>
      reactions.filter((reaction) => reaction.comment === comment).map(({ content }) => content),
    close: async () => {
      await emulator.close();
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

const appId = 4_711;

function seed(webhookUrl: string, webhookSecret: string): Record<string, unknown> {
  const logins = Object.values(people);
  return {
    tokens: Object.fromEntries(
      logins.map((login) => [tokenOf(login), { login, scopes: ["repo", "user", "admin:org"] }]),
    ),
    github: {
      users: logins.map((login) => ({ login })),
      orgs: [{ login: owner, members: [{ login: people.maintainer, role: "admin" }] }],
      repos: [{ owner, name, description: "Fine-tuning recipes" }],
      apps: [
        {
          app_id: appId,
          slug: "signpost",
          name: "Signpost",
          permissions: { issues: "write", metadata: "read", single_file: "read" },
          events: ["issues", "issue_comment"],
          webhook_url: webhookUrl,
          webhook_secret: webhookSecret,
          installations: [{ installation_id: 100, account: owner, repository_selection: "all" }],
        },
      ],
    },
  };
}

function tokenOf(login: string): string {
  return `token-of-${login}`;
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The emulator takes a fixed port only: asks the system for one that is free now. */
async function freePort(): Promise<number> {
  const probe = createServer();
  const url = await listen(probe);
  probe.close();
  await once(probe, "close");
  return Number(new URL(url).port);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
