import { generateKeyPairSync } from "node:crypto";

/** A private key as GitHub makes it for an App, in PEM. */
export function makeAppKey(): string {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return privateKey;
}
