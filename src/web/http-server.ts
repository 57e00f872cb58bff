import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { ConfigError } from "../errors.ts";

/** Answers a request and says true, or leaves it to the next handler. */
export type HttpHandler = (
  request: IncomingMessage,
  response: ServerResponse,
) => boolean | Promise<boolean>;

export interface HttpServerOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Asked in order; what none answers is 404. */
  handlers: HttpHandler[];
  log: Logger;
}

export interface HttpServer {
  url: string;
  /** Takes no more connections and waits for the answers under way, `timeout` milliseconds at most. */
  close: (timeout: number) => Promise<void>;
}

/** Starts to listen; throws a `ConfigError` when the port or the host cannot be had. */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const server = createServer((request, response) => {
    void answer(request, response, options);
  });
  await listen(server, options);
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  return { url: `http://${host}:${port}`, close: (timeout) => close(server, timeout) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { handlers, log }: HttpServerOptions,
): Promise<void> {
  try {
    for (const handler of handlers) {
      if (await handler(request, response)) return;
    }
    response.writeHead(404).end();
  } catch (err) {
    log.error({ err }, "Request failed");
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}

function listen(server: Server, { host, port }: HttpServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const problem = `HOST ${host} and PORT ${port} cannot be listened on: ${error.message}.`;
      reject(new ConfigError("The server cannot listen.", [problem]));
    });
    server.listen({ host, port }, resolve);
  });
}

function close(server: Server, timeout: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), timeout);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
