import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";

/** As much of GitHub as a job on an issue without an error report asks for. */
export interface FakeGitHub {
  url: string;
  /** Resolves when the issue is asked for next; the answer waits until it is let go. */
  issueAsked: () => Promise<{ letGo: () => void }>;
  close: () => Promise<void>;
}

const issue = {
  number: 12,
  title: "Please add dark mode",
  body: "It would be nice.",
  user: { login: "ada", type: "User" },
  state: "open",
  locked: false,
  labels: [],
};

const answers: Record<string, object> = {
  "GET /app": { slug: "signpost" },
  "POST /app/installations/7/access_tokens": {
    token: "ghs_x",
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    permissions: {},
    repository_selection: "selected",
  },
};

/** Starts it on a free port of this machine. */
export async function startFakeGitHub(): Promise<FakeGitHub> {
  const held: { letGo: () => void }[] = [];
  const waiting: ((asked: { letGo: () => void }) => void)[] = [];

  function hold(response: ServerResponse): void {
    const asked = { letGo: () => send(response, issue) };
    const next = waiting.shift();
    if (next === undefined) held.push(asked);
    else next(asked);
  }
  const server = createServer((request: IncomingMessage, response) => {
    request.resume();
    const answer = answers[`${request.method} ${request.url}`];
    if (answer !== undefined) send(response, answer);
    else if (request.url === "/repos/octo/train/issues/12") hold(response);
    else send(response, []);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    issueAsked: () =>
      new Promise((resolve) => {
        const asked = held.shift();
        if (asked === undefined) waiting.push(resolve);
        else resolve(asked);
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, value: object): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
}
