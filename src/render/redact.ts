import { redactPersonal } from "./redact-personal.ts";
import { redactNamedValues } from "./redact-named-values.ts";
import { redactTokens } from "./redact-tokens.ts";

/**
 * Replaces secrets and personal names in a text by `***`: tokens of known shape, private keys,
 * passwords in URLs, values of names such as `password`, e-mail addresses, home directories.
 * Used on everything that is quoted or logged. Linear in the text's length.
 */
export function redact(text: string): string {
  return redactPersonal(redactNamedValues(redactTokens(text)));
}
