import type { IncomingMessage } from "node:http";

/** A reaction to an issue comment. */
export interface Reaction {
  comment: number;
  content: string;
}

export interface ProxiedCall {
  request: IncomingMessage;
  body: string;
  /** Base URL of the emulator. */
  backend: string;
  /** Where reactions are kept: the emulator has none. */
  reactions: Reaction[];
}

export interface ProxiedAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Answers a call to the API as GitHub does where `emulate` 0.12 differs, and passes on the rest. */
export async function closeGap(call: ProxiedCall): Promise<ProxiedAnswer> {
  const path = (call.request.url ?? "/").split("?")[0] ?? "/";
  const route = `${call.request.method} ${path}`;
  const reaction = /^POST .*\/issues\/comments\/(\d+)\/reactions$/.exec(route);
  if (reaction !== null) return addReaction(call, Number(reaction[1]));
  const issue = /^POST (.*\/issues\/\d+)\/comments$/.exec(route)?.[1];
  if (issue !== undefined) {
    if (textOf(call, "body").length > 65_536)
      return invalid("body is too long (maximum is 65536 characters)");
    if (await isLocked(call, issue))
      return answer(403, { message: "Unable to create comment because issue is locked." });
  }
  if (/^POST .*\/labels$/.test(route) && !route.includes("/issues/")) {
    if (textOf(call, "name").length > 50)
      return invalid("name is too long (maximum is 50 characters)");
    if (textOf(call, "description").length > 100)
      return invalid("description is too long (maximum is 100 characters)");
  }
  const passed = await passOn(call);
  // A person without a role in a public repository has the role "read"; the emulator says 404.
  if (passed.status === 404 && /^GET .*\/collaborators\/[^/]+\/permission$/.test(route)) {
    return answer(200, { permission: "read", role_name: "read" });
  }
  return passed;
}

function addReaction({ body, reactions }: ProxiedCall, comment: number): ProxiedAnswer {
  const { content } = JSON.parse(body) as { content: string };
  reactions.push({ comment, content });
  return answer(201, { id: reactions.length, content });
}

async function isLocked(call: ProxiedCall, issuePath: string): Promise<boolean> {
  const { authorization = "" } = call.request.headers;
  const response = await fetch(call.backend + issuePath, { headers: { authorization } });
  return response.ok && ((await response.json()) as { locked: boolean }).locked;
}

async function passOn({ request, body, backend }: ProxiedCall): Promise<ProxiedAnswer> {
  const { method = "GET", url = "/" } = request;
  const { authorization = "", accept = "*/*" } = request.headers;
  const hasBody = method !== "GET" && method !== "HEAD";
  const response = await fetch(backend + url, {
    method,
    headers: { authorization, accept, "content-type": "application/json" },
    // Locking takes an empty body on GitHub; the emulator wants an object.
    ...(hasBody ? { body: body === "" ? "{}" : body } : {}),
    redirect: "manual",
  });
  const headers: Record<string, string> = {};
  for (const key of ["content-type", "link", "location", "retry-after"]) {
    const value = response.headers.get(key);
    if (value !== null) headers[key] = value;
  }
  return { status: response.status, headers, body: await response.text() };
}

function textOf({ body }: ProxiedCall, field: string): string {
  const value = (JSON.parse(body) as Record<string, unknown>)[field];
  return typeof value === "string" ? value : "";
}

function invalid(message: string): ProxiedAnswer {
  return answer(422, { message: "Validation Failed", errors: [{ code: "custom", message }] });
}

function answer(status: number, body: unknown): ProxiedAnswer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
