import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { makeAppKey } from "./app-key.ts";
import { startFakeGitHub } from "./fake-github.ts";
import type { FakeGitHub } from "./fake-github.ts";
import { issueOpened } from "./webhook/payloads.ts";
import { deliver } from "./webhook/signed-delivery.ts";

const program = fileURLToPath(new URL("../bin/server.js", import.meta.url));
const secret = "a long random one";

/** Milliseconds for several starts in a row, one of them after a kill, on a slow machine. */
const severalStarts = 180_000;

/** `npm start` in a folder of its own, without the variables of this process. */
function start(folder: string, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [program], { cwd: folder, env });
}

async function endOf(server: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = "";
  server.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  await once(server, "close");
  return { code: server.exitCode, stderr };
}

/** The URL of the line that says where the server listens. */
function urlOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let stdout = "";
    server.stdout?.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      const url = /^Signpost listens on (\S+),/m.exec(stdout)?.[1];
      if (url !== undefined) resolve(url);
    });
    server.on("close", () => reject(new Error(`the server ended: ${stdout}`)));
  });
}

describe("npm start", () => {
  let folder: string;
  let github: FakeGitHub;
  let env: Record<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "signpost-main-"));
    github = await startFakeGitHub();
    env = {
      APP_ID: "17",
      PRIVATE_KEY: makeAppKey(),
      WEBHOOK_SECRET: secret,
      GITHUB_API_URL: github.url,
      HOST: "127.0.0.1",
      PORT: "0",
      LOG_LEVEL: "error",
    };
  });
  afterAll(async () => {
    await github.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("without credentials says how to get them and ends with 1", async () => {
    const { code, stderr } = await endOf(start(folder, {}));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Signpost needs the credentials of a GitHub App[^]*npm run demo\n$/);
  });

  it("with Probot's default webhook secret refuses and ends with 1", async () => {
    const { code, stderr } = await endOf(start(folder, { ...env, WEBHOOK_SECRET: "development" }));
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The environment is not right:\n {2}- WEBHOOK_SECRET is the word [^\n]*\n$/,
    );
  });

  it(
    "finishes the job in hand on SIGTERM, and resumes one after a kill",
    async () => {
      const first = start(folder, env);
      const ended = endOf(first);
      await send(await urlOf(first), "72d3162e-cc78-11e3-81ab-4c9367dc0958");
      const asked = await github.issueAsked();
      first.kill("SIGTERM");
      asked.letGo();
      expect(await ended).toEqual({ code: 0, stderr: "" });

      const second = start(folder, env);
      const url = await urlOf(second);
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      await send(url, "0b989ba4-242f-11e5-81e1-c7b6966d2516");
      await github.issueAsked();
      second.kill("SIGKILL");
      await once(second, "close");

      const third = start(folder, env);
      const resumed = endOf(third);
      await urlOf(third);
      const again = await github.issueAsked();
      third.kill("SIGINT");
      again.letGo();
      expect(await resumed).toEqual({ code: 0, stderr: "" });
    },
    severalStarts,
  );

  it("stops at once on a second signal", async () => {
    const server = start(folder, env);
    const ended = endOf(server);
    await send(await urlOf(server), "aa989ba4-242f-11e5-81e1-c7b6966d2516");
    await github.issueAsked();
    server.kill("SIGINT");
    await new Promise((resolve) => setTimeout(resolve, 500));
    server.kill("SIGINT");
    expect((await ended).code).toBe(1);
  });
});

async function send(url: string, delivery: string): Promise<void> {
  const target = `${url}/api/github/webhooks`;
  const response = await deliver(target, {
    event: "issues",
    payload: issueOpened(),
    secret,
    delivery,
  });
  expect(response.status).toBe(200);
}
