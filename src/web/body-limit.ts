import type { HttpHandler } from "./http-server.ts";

/** Bytes of a delivery at most: https://docs.github.com/webhooks/webhook-events-and-payloads */
const maxBytes = 25 * 1024 * 1024;

/**
 * Refuses a body that is larger than any of GitHub's or does not say its length, before a library
 * reads it into memory whole.
 */
export const limitBody: HttpHandler = (request, response) => {
  if (request.method === "GET" || request.method === "HEAD") return false;
  const length = Number(request.headers["content-length"] ?? Number.NaN);
  if (length <= maxBytes) return false;
  response.writeHead(Number.isNaN(length) ? 411 : 413, { connection: "close" }).end();
  return true;
};
