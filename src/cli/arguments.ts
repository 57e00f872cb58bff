import { parseArgs, types } from "node:util";
import type { ParseArgsOptionsConfig } from "node:util";
import { UserError } from "../errors.ts";

/**
 * Options and operands of one command. Throws a `UserError` in one line for an option that the
 * command does not have, or one that lacks its value.
 */
export function parseArguments<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ options: Options; args: string[]; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!types.isNativeError(error)) throw error;
    // Node goes on to explain how such a word could be passed as an operand.
    throw new UserError(error.message.split(/\. |\n/, 1)[0] ?? error.message, { cause: error });
  }
}
