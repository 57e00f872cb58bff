/** Bytes that are looked at to tell a text from other data. */
const sampled = 4_096;

/** The text of a file: UTF-8, or UTF-16 as PowerShell's `>` writes it; `null` for data that is no text. */
export function decodeText(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return new TextDecoder("utf-16le").decode(bytes.subarray(2));
  return bytes.subarray(0, sampled).includes(0) ? null : new TextDecoder().decode(bytes);
}
