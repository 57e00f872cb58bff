import { request } from "node:http";
import { afterEach, describe, expect, it } from "@jest/globals";
import { pino } from "pino";
import { ConfigError } from "../../src/errors.ts";
import { limitBody } from "../../src/web/body-limit.ts";
import { healthHandler } from "../../src/web/health.ts";
import { startHttpServer } from "../../src/web/http-server.ts";
import type { HttpHandler, HttpServer } from "../../src/web/http-server.ts";
import { serve } from "./web-server.ts";

let server: HttpServer | undefined;

afterEach(async () => {
  await server?.close(100);
});

const readAll: HttpHandler = async (incoming, response) => {
  let bytes = 0;
  for await (const chunk of incoming) bytes += Buffer.byteLength(String(chunk));
  response.end(String(bytes));
  return true;
};

/** Sends a POST whose headers are set by hand; the body is only begun. */
function post(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
      sent.destroy();
    });
    sent.on("error", reject);
    sent.write("{");
  });
}

describe("the web server", () => {
  it("answers 404 where no handler does", async () => {
    server = await serve(() => false);
    expect((await fetch(`${server.url}/nowhere`)).status).toBe(404);
  });

  it("answers 500 without a word when a handler throws", async () => {
    server = await serve(() => Promise.reject(new Error("secret details")));
    const response = await fetch(server.url);
    expect([response.status, await response.text()]).toEqual([500, ""]);
  });

  it("tells the operator when its port is taken", async () => {
    server = await serve();
    const { port } = new URL(server.url);
    const second = startHttpServer({
      host: "127.0.0.1",
      port: Number(port),
      handlers: [],
      log: pino({ level: "silent" }),
    });
    await expect(second).rejects.toThrow(ConfigError);
  });

  it("lets an answer under way finish before it closes", async () => {
    const begun = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    server = await serve(async (_incoming, response) => {
      begun.resolve();
      await finish.promise;
      response.end("done");
      return true;
    });
    const answer = fetch(server.url).then((response) => response.text());
    await begun.promise;
    const closed = server.close(10_000);
    finish.resolve();
    expect(await answer).toBe("done");
    await closed;
    await expect(fetch(server.url)).rejects.toThrow("fetch failed");
  });
});

describe("a body", () => {
  it("of a delivery's size is read", async () => {
    server = await serve(limitBody, readAll);
    const response = await fetch(server.url, { method: "POST", body: "x".repeat(1_000_000) });
    expect(await response.text()).toBe("1000000");
  });

  it("larger than any delivery is refused before it is read", async () => {
    server = await serve(limitBody, readAll);
    expect(await post(server.url, { "content-length": String(26 * 1024 * 1024) })).toBe(413);
  });

  it("of unknown length is refused", async () => {
    server = await serve(limitBody, readAll);
    expect(await post(server.url, { "transfer-encoding": "chunked" })).toBe(411);
  });
});

async function ask(path: string, check: () => Promise<void>): Promise<[number, string]> {
  server = await serve(healthHandler(check));
  const response = await fetch(server.url + path);
  return [response.status, await response.text()];
}

function up(): Promise<void> {
  return Promise.resolve();
}

function down(): Promise<void> {
  return Promise.reject(new Error("password authentication failed"));
}

describe("health", () => {
  it.each([
    { path: "/healthz", state: "up", check: up, answer: [200, "ok\n"] },
    { path: "/healthz", state: "down", check: down, answer: [200, "ok\n"] },
    { path: "/readyz", state: "up", check: up, answer: [200, "ready\n"] },
    { path: "/readyz?x=1", state: "up", check: up, answer: [200, "ready\n"] },
    { path: "/readyz", state: "down", check: down, answer: [503, "not ready\n"] },
    { path: "/health", state: "up", check: up, answer: [404, ""] },
  ])("$path while the database is $state", async ({ path, check, answer }) => {
    expect(await ask(path, check)).toEqual(answer);
  });
});
