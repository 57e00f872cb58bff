import { pino } from "pino";
import { startHttpServer } from "../../src/web/http-server.ts";
import type { HttpHandler, HttpServer } from "../../src/web/http-server.ts";

/** A server on a free port of this machine that asks the given handlers. */
export function serve(...handlers: HttpHandler[]): Promise<HttpServer> {
  return startHttpServer({ host: "127.0.0.1", port: 0, handlers, log: pino({ level: "silent" }) });
}
