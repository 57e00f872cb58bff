import { createHmac, randomUUID } from "node:crypto";

export interface SignedDelivery {
  event: string;
  payload: object;
  secret: string;
  /** `X-GitHub-Delivery`; by default a new one. */
  delivery?: string;
}

/** Sends a delivery as GitHub does, signed with the secret. */
export function deliver(url: string, delivery: SignedDelivery): Promise<Response> {
  const body = JSON.stringify(delivery.payload);
  const signature = createHmac("sha256", delivery.secret).update(body).digest("hex");
  return fetch(url, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-github-event": delivery.event,
      "x-github-delivery": delivery.delivery ?? randomUUID(),
      "x-hub-signature-256": `sha256=${signature}`,
    },
  });
}
