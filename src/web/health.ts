import type { ServerResponse } from "node:http";
import type { HttpHandler } from "./http-server.ts";

/** Throws when the server cannot do its work now. */
export type ReadinessCheck = () => Promise<void>;

/** Milliseconds that a readiness check may take. */
const checkTimeout = 5_000;

/** `/healthz`: the process answers. `/readyz`: its database does, too. Neither says more than that. */
export function healthHandler(check: ReadinessCheck): HttpHandler {
  return async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    switch (request.url?.split("?")[0] ?? "") {
      case "/healthz":
        return say(response, 200, "ok");
      case "/readyz":
        return (await holds(check)) ? say(response, 200, "ready") : say(response, 503, "not ready");
      default:
        return false;
    }
  };
}

async function holds(check: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), checkTimeout);
  });
  try {
    await Promise.race([check(), late]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function say(response: ServerResponse, status: number, text: string): true {
  response.writeHead(status, { "content-type": "text/plain", "cache-control": "no-store" });
  response.end(`${text}\n`);
  return true;
}
