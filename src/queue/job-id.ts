import { createHash } from "node:crypto";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The queue's id for a delivery's job: the delivery's own id when it is a UUID, as GitHub's are,
 * else a UUID derived from it (RFC 9562, version 8).
 */
export function jobId(delivery: string): string {
  if (uuid.test(delivery)) return delivery.toLowerCase();
  const hex = createHash("sha256").update(delivery).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
