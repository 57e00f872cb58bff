import { randomBytes } from "node:crypto";
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { getuid } from "node:process";
import { crc32 } from "node:zlib";

/** First bytes of every file; the number at the end rises with the form of what follows. */
const magic = Buffer.from("signpost-cache-1");

/** Behind the magic: the key, the length of the contents and their CRC-32. */
const keyBytes = 32;
const headBytes = magic.length + keyBytes + 8;

/** Contents of a cache file that was written under a key of 32 bytes; `null` unless it is whole and our own. */
export function readCacheFile(file: string, key: Uint8Array): Uint8Array | null {
  try {
    const bytes = readOwnFile(file);
    const head = bytes.subarray(0, headBytes);
    const contents = bytes.subarray(headBytes);
    return head.equals(headOf(key, contents)) ? contents : null;
  } catch {
    return null;
  }
}

/** Puts a cache file in place as a whole, or not at all: nothing depends on it. */
export function writeCacheFile(file: string, key: Uint8Array, contents: Uint8Array): void {
  const temporary = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const bytes = Buffer.concat([headOf(key, contents), contents]);
    writeFileSync(temporary, bytes, { mode: 0o600, flag: "wx" });
    renameSync(temporary, file);
  } catch {
    remove(temporary);
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Its folder is none, so there is nothing to remove.
  }
}

function headOf(key: Uint8Array, contents: Uint8Array): Buffer {
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32LE(contents.length, 0);
  numbers.writeUInt32LE(crc32(contents), 4);
  return Buffer.concat([magic, key, numbers]);
}

/** Throws for a file that others own or may write to. */
function readOwnFile(file: string): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const { uid, mode } = fstatSync(descriptor);
    const isOwn = getuid === undefined || (uid === getuid() && (mode & 0o022) === 0);
    if (!isOwn) throw new Error(`${file} belongs to somebody else`);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
