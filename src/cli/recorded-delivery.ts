import { randomUUID } from "node:crypto";
import { z } from "zod";
import { UserError } from "../errors.ts";

/** A delivery as it was recorded. */
export interface RecordedDelivery {
  id: string;
  /** Event and action: `issues.opened`. */
  event: string;
  payload: unknown;
}

const Payload = z.looseObject({ action: z.string().default(""), comment: z.unknown().optional() });

/** `id`, `event` and `payload`; GitHub's own record of a delivery writes `guid` and `request.payload`. */
const Envelope = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  guid: z.string().optional(),
  name: z.string().optional(),
  event: z.string().optional(),
  payload: z.unknown().optional(),
  request: z.looseObject({ payload: z.unknown().optional() }).optional(),
});

/**
 * Reads a recorded delivery, or a bare payload of which event it is told by its members. Throws a
 * `UserError` for anything else.
 */
export function parseRecordedDelivery(text: string): RecordedDelivery {
  const envelope = Envelope.safeParse(parseJson(text)).data;
  if (!envelope) throw new UserError("the file holds no delivery: it is not a JSON object");
  const inner = envelope.payload ?? envelope.request?.payload ?? envelope;
  const payload = typeof inner === "string" ? parseJson(inner) : inner;
  const read = Payload.safeParse(payload).data;
  if (!read) throw new UserError("the payload of the delivery is not a JSON object");
  const name = envelope.event ?? envelope.name ?? nameOf(read);
  const event = name.includes(".") ? name : `${name}.${read.action}`;
  return { id: String(envelope.guid ?? envelope.id ?? randomUUID()), event, payload };
}

function nameOf(payload: z.infer<typeof Payload>): string {
  if (payload.comment !== undefined) return "issue_comment";
  if (payload["issue"] !== undefined) return "issues";
  throw new UserError('the file does not say which event it is: add an "event"');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError("the file holds no delivery: it is not JSON", { cause: error });
  }
}
