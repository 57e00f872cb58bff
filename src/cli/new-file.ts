import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { types } from "node:util";

/** Writes a file that is not there yet, and the folders above it; false when it is there already. */
export async function writeNewFile(file: string, text: string): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (types.isNativeError(error) && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
