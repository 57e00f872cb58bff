import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { EnvironmentVariables, parseEnvironment } from "../src/environment.ts";
import { ConfigError } from "../src/errors.ts";
import { makeAppKey } from "./app-key.ts";

const pem = makeAppKey();
const credentials = { APP_ID: "17", PRIVATE_KEY: pem, WEBHOOK_SECRET: "a long random one" };

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    parseEnvironment(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("the environment", () => {
  it("needs the credentials only; the rest has defaults", () => {
    expect(parseEnvironment(credentials)).toEqual({
      appId: 17,
      privateKey: pem,
      webhookSecret: "a long random one",
      webhookPath: "/api/github/webhooks",
      host: "localhost",
      port: 3000,
      databaseUrl: undefined,
      dataDir: "./data",
      knowledgeDirs: [],
      githubApiUrl: "https://api.github.com",
      attachments: true,
      logLevel: "info",
      logFormat: undefined,
    });
  });

  it("counts an empty variable as unset", () => {
    const empty = { PORT: "", DATABASE_URL: "", KNOWLEDGE_DIRS: "", GHE_HOST: "", LOG_LEVEL: "" };
    expect(parseEnvironment({ ...credentials, ...empty })).toEqual(parseEnvironment(credentials));
  });

  it("lists every problem at once, by name", () => {
    const env = {
      APP_ID: "signpost",
      PRIVATE_KEY: "not a key",
      PORT: "99999",
      DATABASE_URL: "mysql://localhost/signpost",
      GHE_HOST: "https://github.example.com",
      GITHUB_API_URL: "api.github.com",
      LOG_LEVEL: "loud",
      LOG_FORMAT: "xml",
      WEBHOOK_PATH: "hooks",
      ATTACHMENTS: "maybe",
    };
    expect(problemsOf(env)).toEqual([
      "APP_ID is not a number; the App's page shows it as App ID.",
      "WEBHOOK_SECRET is not set.",
      "WEBHOOK_PATH is not a path that begins with a slash.",
      "PORT is not a port number.",
      "DATABASE_URL is not a postgres:// URL.",
      "ATTACHMENTS is neither on nor off.",
      "GHE_HOST is not a host name; leave out https:// and any path.",
      "GITHUB_API_URL is not an http(s) URL.",
      "LOG_LEVEL is not one of trace, debug, info, warn, error, fatal, silent.",
      "LOG_FORMAT is neither json nor pretty.",
      "PRIVATE_KEY does not hold a private key in PEM form.",
    ]);
  });

  it("refuses to go without a webhook secret", () => {
    expect(problemsOf({ ...credentials, WEBHOOK_SECRET: "" })).toEqual([
      "WEBHOOK_SECRET is not set.",
    ]);
  });

  it("refuses the webhook secret that Probot falls back to", () => {
    expect(problemsOf({ ...credentials, WEBHOOK_SECRET: "development" })).toEqual([
      expect.stringMatching(/^WEBHOOK_SECRET is the word that Probot falls back to/),
    ]);
  });

  it("says without any credentials how to create the App, and that the demo needs none", () => {
    expect(() => parseEnvironment({ PORT: "3000" })).toThrow(ConfigError);
    expect(() => parseEnvironment({})).toThrow(
      /https:\/\/github\.com\/settings\/apps\/new[^]*npm run demo/,
    );
  });

  it("reads no attached files where that is switched off", () => {
    expect(parseEnvironment({ ...credentials, ATTACHMENTS: "off" }).attachments).toBe(false);
  });

  it("splits folders of known errors as PATH is split", () => {
    const KNOWLEDGE_DIRS = ["/srv/known", " ./ours ", ""].join(path.delimiter);
    expect(parseEnvironment({ ...credentials, KNOWLEDGE_DIRS }).knowledgeDirs).toEqual([
      "/srv/known",
      "./ours",
    ]);
  });

  it.each([
    { env: { GHE_HOST: "github.example.com" }, url: "https://github.example.com/api/v3" },
    { env: { GHE_HOST: "octo.ghe.com" }, url: "https://api.octo.ghe.com" },
    { env: { GITHUB_API_URL: "http://localhost:4000/" }, url: "http://localhost:4000" },
    {
      env: { GHE_HOST: "octo.ghe.com", GITHUB_API_URL: "https://proxy.example.com/github" },
      url: "https://proxy.example.com/github",
    },
  ])("asks $url when given $env", ({ env, url }) => {
    expect(parseEnvironment({ ...credentials, ...env }).githubApiUrl).toBe(url);
  });
});

describe("the private key", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "signpost-key-"));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    { form: "as it is", value: pem },
    { form: "in one line", value: pem.replaceAll("\n", String.raw`\n`) },
    { form: "in base64", value: Buffer.from(pem).toString("base64") },
  ])("is taken $form", ({ value }) => {
    expect(parseEnvironment({ ...credentials, PRIVATE_KEY: value }).privateKey).toBe(pem);
  });

  it("is read from a file", async () => {
    const file = path.join(folder, "app.pem");
    await writeFile(file, pem);
    const env = { ...credentials, PRIVATE_KEY: "", PRIVATE_KEY_PATH: file };
    expect(parseEnvironment(env).privateKey).toBe(pem);
  });

  it("is asked for when neither variable is set", () => {
    expect(problemsOf({ ...credentials, PRIVATE_KEY: "" })).toEqual([
      "PRIVATE_KEY or PRIVATE_KEY_PATH is not set.",
    ]);
  });

  it("whose file is missing is named", () => {
    const file = path.join(folder, "none.pem");
    expect(problemsOf({ ...credentials, PRIVATE_KEY: "", PRIVATE_KEY_PATH: file })).toEqual([
      expect.stringMatching(/^PRIVATE_KEY_PATH cannot be read: .*ENOENT/),
    ]);
  });
});

describe(".env.example", () => {
  it("documents every variable, and no other", () => {
    const text = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
    const documented = text
      .split("\n")
      .flatMap((line) => /^(?:# )?([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(new Set(documented)).toEqual(new Set(Object.keys(EnvironmentVariables.shape)));
    expect(documented).toHaveLength(new Set(documented).size);
  });
});
