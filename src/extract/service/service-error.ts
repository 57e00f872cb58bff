import { firstText, isObject, listAt, objectAt, textAt } from "../reading/loose-fields.ts";
import type { LooseObject } from "../reading/loose-json.ts";
import { failureCode, hasStatus, typeFrom } from "./service-code.ts";

/** What the body of a service's answer says of its failure. */
export interface ServiceError {
  /** The service's own name or number for it, as printed. */
  type: string | null;
  message: string;
  /** What it names as the reason (Elasticsearch's `caused_by`), nearest first. */
  causes: readonly { type: string | null; message: string }[];
}

/**
 * The error in an answer's body, in the shapes that are in wide use: `error` as an object, a name or
 * a sentence, `errors` as a list (GraphQL, JSON:API, registries), problem details (RFC 9457), FastAPI's
 * `detail`, AWS's `__type`, Kubernetes' `Status`, OAuth's `error_description`, `code` with a message.
 * `null` for a body that tells of none.
 */
export function serviceErrorIn(body: LooseObject): ServiceError | null {
  if (body.get("success") === "true" || body.get("ok") === "true" || isHarmless(body)) return null;
  return (
    inErrorObject(body) ??
    inErrorName(body) ??
    inProblem(body) ??
    inMessage(body) ??
    inErrorList(body) ??
    inDetail(body)
  );
}

const messageKeys = [
  "message",
  "reason",
  "msg",
  "detail",
  "error_message",
  "description",
  "Message",
  "error_description",
  "errorMessage",
  "faultstring",
  "title",
];
function inErrorObject(body: LooseObject): ServiceError | null {
  const error =
    objectAt(body, "error") ??
    objectAt(body, "Error") ??
    objectAt(body, "fault") ??
    objectAt(body, "exception");
  return error === null ? null : errorFrom(error);
}

function errorFrom(error: LooseObject): ServiceError | null {
  const message = firstText(error, messageKeys);
  if (message === null) {
    const [inner] = listAt(error, "errors");
    return isObject(inner) ? errorFrom(inner) : null;
  }
  return { type: typeFrom(error, message), message, causes: causesOf(error) };
}

const mostCauses = 8;

function causesOf(error: LooseObject): ServiceError["causes"] {
  const causes: { type: string | null; message: string }[] = [];
  let cause = objectAt(error, "caused_by");
  while (cause !== null && causes.length < mostCauses) {
    const message = firstText(cause, messageKeys);
    if (message !== null) causes.push({ type: typeFrom(cause, message), message });
    cause = objectAt(cause, "caused_by");
  }
  return causes;
}

/** `"error": "invalid_grant"` or `"Bad Request"` beside a message, or a sentence alone. */
function inErrorName(body: LooseObject): ServiceError | null {
  const error = textAt(body, "error") ?? textAt(body, "Error");
  if (error === null || /^(?:false|true|0|none|)$/i.test(error)) return null;
  const message = firstText(body, [
    "error_description",
    "message",
    "reason",
    "detail",
    "msg",
    "description",
  ]);
  if (message !== null && message !== error && /^[\w .:-]{1,60}$/.test(error))
    return { type: error, message, causes: [] };
  if (/\s/.test(error)) return { type: null, message: error, causes: [] };
  return hasStatus(body) || body.size <= 2
    ? { type: error, message: message ?? "", causes: [] }
    : null;
}

/** RFC 9457: `title`, `status`, and what happened in `detail`. */
function inProblem(body: LooseObject): ServiceError | null {
  const title = textAt(body, "title");
  if (title === null || !hasStatus(body)) return null;
  const detail = textAt(body, "detail");
  return detail === null
    ? { type: null, message: title, causes: [] }
    : { type: title, message: detail, causes: [] };
}

/** A message beside a code or a status of failure; alone only as AWS's gateways send it. */
function inMessage(body: LooseObject): ServiceError | null {
  const message = firstText(body, [
    "message",
    "Message",
    "msg",
    "errmsg",
    "errorMessage",
    "error_message",
    "error_msg",
    "description",
  ]);
  if (message === null) return null;
  const isFailed = hasStatus(body) || body.get("success") === "false" || body.get("ok") === "false";
  const code = failureCode(body);
  return isFailed || code !== null
    ? { type: (isFailed ? typeFrom(body, message) : null) ?? code, message, causes: [] }
    : null;
}

/** True for records of a log, whose own family reads them, and for editors' diagnostics below an error (8 there). */
function isHarmless(body: LooseObject): boolean {
  if (["level", "lvl", "levelname", "@l"].some((key) => body.has(key))) return true;
  const severity = textAt(body, "severity");
  return severity !== null && severity !== "8";
}

function inErrorList(body: LooseObject): ServiceError | null {
  const [first] = listAt(body, "errors");
  if (typeof first === "string" && /\s/.test(first))
    return { type: null, message: first, causes: [] };
  if (!isObject(first)) return null;
  const detail = textAt(first, "detail");
  const title = textAt(first, "title");
  if (detail !== null && title !== null)
    return { type: textAt(first, "code") ?? title, message: detail, causes: [] };
  const message = firstText(first, messageKeys);
  const extensions = objectAt(first, "extensions") ?? first;
  return message === null
    ? null
    : { type: typeFrom(first, message) ?? typeFrom(extensions, message), message, causes: [] };
}

/** FastAPI and Django: a sentence, or what is wrong with each field. */
function inDetail(body: LooseObject): ServiceError | null {
  const detail = body.get("detail") ?? null;
  if (body.size > 1 && !hasStatus(body)) return null;
  if (typeof detail === "string")
    return /\S \S/.test(detail) ? { type: null, message: detail, causes: [] } : null;
  const [first] = listAt(body, "detail");
  if (!isObject(first)) return null;
  const message = textAt(first, "msg");
  return message === null ? null : { type: textAt(first, "type"), message, causes: [] };
}
