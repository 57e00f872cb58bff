import { createReadStream } from "node:fs";
import { types } from "node:util";
import { UserError } from "../errors.ts";
import type { CliIo } from "./cli-io.ts";

/** Longest text read at once, in characters; GitHub takes 65,536 for the body of an issue. */
const longestText = 4 * 1024 * 1024;

/** A file as a stream of text; `-` is standard input. Fails while it is read, not here. */
export function openText(file: string, io: CliIo): NodeJS.ReadableStream {
  const stream = file === "-" ? io.stdin : createReadStream(file);
  stream.setEncoding("utf8");
  return stream;
}

/** The whole text of a file or of standard input (`-`), without a byte order mark. */
export async function readText(file: string, io: CliIo): Promise<string> {
  let text = "";
  try {
    for await (const chunk of openText(file, io)) {
      text += String(chunk);
      if (text.length > longestText) throw new UserError(`${file} is too long for an issue`);
    }
  } catch (error) {
    throw readFailure(file, error);
  }
  return text.replace(/^\ufeff/, "");
}

/** What to tell the person when a file cannot be read; any other failure stays as it is. */
export function readFailure(file: string, error: unknown): unknown {
  if (!types.isNativeError(error) || !("code" in error && "syscall" in error)) return error;
  if (!["open", "read", "stat"].includes(String(error.syscall))) return error;
  const reason = error.code === "ENOENT" ? "there is no such file" : error.message;
  return new UserError(`${file} cannot be read: ${reason}`, { cause: error });
}
