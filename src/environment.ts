import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { ConfigError } from "./errors.ts";

/** Probot's default webhook secret: whoever knows Probot could sign deliveries with it. */
const defaultSecret = "development";

const url = z.url({ protocol: /^https?$/, error: "is not an http(s) URL" });

/**
 * The environment variables of the server, by name. An empty value counts as unset. Each error
 * completes the sentence that begins with the variable's name.
 */
export const EnvironmentVariables = z.object({
  APP_ID: z.string().regex(/^[1-9]\d*$/, "is not a number; the App's page shows it as App ID"),
  PRIVATE_KEY: z.string().optional(),
  PRIVATE_KEY_PATH: z.string().optional(),
  WEBHOOK_SECRET: z
    .string()
    .refine(
      (secret) => secret !== defaultSecret,
      "is the word that Probot falls back to, so anyone could sign deliveries; choose a random one and enter it on the App's page too",
    ),
  WEBHOOK_PATH: z
    .string()
    .regex(/^\/[\w/.~-]*$/, "is not a path that begins with a slash")
    .default("/api/github/webhooks"),
  HOST: z.string().default("localhost"),
  PORT: z.coerce
    .number({ error: "is not a port number" })
    .int("is not a port number")
    .min(0, "is not a port number")
    .max(65_535, "is not a port number")
    .default(3_000),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "is not a postgres:// URL" })
    .optional(),
  DATA_DIR: z.string().default("./data"),
  KNOWLEDGE_DIRS: z.string().optional(),
  ATTACHMENTS: z.enum(["on", "off"], { error: "is neither on nor off" }).default("on"),
  GHE_HOST: z
    .string()
    .regex(/^[\w.-]+(:\d+)?$/, "is not a host name; leave out https:// and any path")
    .optional(),
  GITHUB_API_URL: url.optional(),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], {
      error: "is not one of trace, debug, info, warn, error, fatal, silent",
    })
    .default("info"),
  LOG_FORMAT: z.enum(["json", "pretty"], { error: "is neither json nor pretty" }).optional(),
});

/** Environment variables by name, as `process.env` holds them. */
type Variables = Record<string, string | undefined>;

/** What the server is told by its environment. */
export interface ServerEnvironment {
  appId: number;
  /** PEM. */
  privateKey: string;
  webhookSecret: string;
  webhookPath: string;
  host: string;
  /** 0 takes any free port. */
  port: number;
  databaseUrl: string | undefined;
  dataDir: string;
  /** Folders of known errors beside the bundled one; a later folder wins. */
  knowledgeDirs: string[];
  /** Whether attached logs and gists that an issue links to are fetched and read. */
  attachments: boolean;
  /** Base URL of GitHub's REST API, without a slash at its end. */
  githubApiUrl: string;
  logLevel: z.infer<typeof EnvironmentVariables>["LOG_LEVEL"];
  /** Unset: readable in a terminal, JSON otherwise. */
  logFormat: "json" | "pretty" | undefined;
}

/** Reads the environment; throws a `ConfigError` that names every problem at once. */
export function parseEnvironment(env: Variables): ServerEnvironment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  if (lacksCredentials(given)) throw new ConfigError(howToBegin, []);
  const variables = EnvironmentVariables.safeParse(given, { error: missing });
  const key = readPrivateKey(given);
  if (!variables.success || key.kind === "problem") {
    throw new ConfigError("The environment is not right:", [
      ...(variables.error?.issues ?? []).map(
        (issue) => `${issue.path.join(".")} ${issue.message}.`,
      ),
      ...(key.kind === "problem" ? [key.problem] : []),
    ]);
  }
  const { data } = variables;
  return {
    appId: Number(data.APP_ID),
    privateKey: key.pem,
    webhookSecret: data.WEBHOOK_SECRET,
    webhookPath: data.WEBHOOK_PATH,
    host: data.HOST,
    port: data.PORT,
    databaseUrl: data.DATABASE_URL,
    dataDir: data.DATA_DIR,
    knowledgeDirs: splitFolders(data.KNOWLEDGE_DIRS),
    attachments: data.ATTACHMENTS === "on",
    githubApiUrl: (data.GITHUB_API_URL ?? apiUrl(data.GHE_HOST)).replace(/\/$/, ""),
    logLevel: data.LOG_LEVEL,
    logFormat: data.LOG_FORMAT,
  };
}

const howToBegin = `Signpost needs the credentials of a GitHub App, and there are none. To create the App (a few minutes):
  1. Open https://github.com/settings/apps/new and fill it in as app.yml says: permissions, events,
     webhook URL. Choose a long random webhook secret.
  2. On the App's page generate a private key; it is downloaded as a .pem file.
  3. Copy .env.example to .env and set APP_ID, PRIVATE_KEY_PATH and WEBHOOK_SECRET.
  4. Install the App on a repository and run "npm start" again.
To see Signpost at work without any credentials: npm run demo`;

function lacksCredentials(env: Variables): boolean {
  return !["APP_ID", "PRIVATE_KEY", "PRIVATE_KEY_PATH", "WEBHOOK_SECRET"].some((name) => env[name]);
}

function missing(issue: { input?: unknown }): string | undefined {
  return issue.input === undefined ? "is not set" : undefined;
}

type PrivateKey = { kind: "key"; pem: string } | { kind: "problem"; problem: string };

function readPrivateKey(env: Variables): PrivateKey {
  const { PRIVATE_KEY: inline, PRIVATE_KEY_PATH: file } = env;
  if (inline !== undefined) return checkKey("PRIVATE_KEY", decodeKey(inline));
  if (file === undefined) {
    return { kind: "problem", problem: "PRIVATE_KEY or PRIVATE_KEY_PATH is not set." };
  }
  try {
    return checkKey("PRIVATE_KEY_PATH", readFileSync(file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "problem", problem: `PRIVATE_KEY_PATH cannot be read: ${reason}.` };
  }
}

/** Hosts that allow one line only are given a PEM with `\n` written out, or in base64. */
function decodeKey(value: string): string {
  const text = value.includes("-----BEGIN") ? value : Buffer.from(value, "base64").toString("utf8");
  return text.replaceAll(String.raw`\n`, "\n");
}

function checkKey(name: string, pem: string): PrivateKey {
  try {
    createPrivateKey(pem);
    return { kind: "key", pem };
  } catch {
    return { kind: "problem", problem: `${name} does not hold a private key in PEM form.` };
  }
}

function splitFolders(value: string | undefined): string[] {
  return (value ?? "")
    .split(path.delimiter)
    .map((folder) => folder.trim())
    .filter((folder) => folder !== "");
}

/** GitHub Enterprise Server answers below its own host, ghe.com on a host of its own. */
function apiUrl(host: string | undefined): string {
  if (host === undefined) return "https://api.github.com";
  return host.endsWith(".ghe.com") ? `https://api.${host}` : `https://${host}/api/v3`;
}
