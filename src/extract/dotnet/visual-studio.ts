import type { BlockLine } from "../text/block.ts";
import type { Family } from "../family.ts";
import { spanReading } from "../reading/draft.ts";

/**
 * What Visual Studio's debugger shows of an exception that nobody caught: `System.FormatException was
 * unhandled` above fields, of which `Additional information: ` or `Message=` holds the message.
 */
export const visualStudio: Family = {
  name: "visual studio",
  read(lines, at) {
    const text = lines[at]?.text.trim() ?? "";
    if (!text.endsWith(" was unhandled") && !text.endsWith(" was unhandled by user code"))
      return null;
    const type = /^([A-Z]\w{1,60}(?:\.\w{1,60}){1,8}Exception) was /.exec(text)?.[1];
    const told = type === undefined ? null : readMessage(lines, at);
    if (type === undefined || told === null) return null;
    const { message, next } = told;
    return spanReading(lines, { at, next }, { type, message, kind: "line", language: "csharp" });
  },
};

/** Lines of other fields that may stand in between. */
const reach = 6;
const fields = ["Additional information: ", "Message="];

function readMessage(
  lines: readonly BlockLine[],
  at: number,
): { message: string; next: number } | null {
  for (let below = at + 1; below <= at + reach && below < lines.length; below += 1) {
    const text = lines[below]?.text.trim() ?? "";
    const field = fields.find((name) => text.startsWith(name));
    const message = field === undefined ? "" : text.slice(field.length).trim();
    if (message !== "") return { message, next: below + 1 };
  }
  return null;
}
