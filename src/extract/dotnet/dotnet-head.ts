import type { TypedMessage } from "../reading/typed-message.ts";

/** An exception's first line, and where in the line its type begins. */
export interface DotnetHead extends TypedMessage {
  column: number;
}

/**
 * Reads the exception that a line of .NET names: `System.Net.WebException: message`, with a code
 * (`SocketException (111): refused`), alone on its line, or behind words such as `Unhandled exception.`
 */
export function readDotnetHead(text: string): DotnetHead | null {
  let from = 0;
  for (let tries = 0; tries < 5; tries += 1) {
    const at = text.indexOf("Exception", from);
    if (at < 0) return null;
    from = at + "Exception".length;
    const head = headAt(text, at, from);
    if (head !== null) return head;
  }
  return null;
}

function headAt(text: string, at: number, end: number): DotnetHead | null {
  const before = text.slice(Math.max(0, at - 160), at);
  const own = /[A-Za-z_][\w.+]*$/.exec(before)?.[0] ?? "";
  const column = at - own.length;
  const type = text.slice(column, end);
  if (type === "Exception" || /[\w./\\-]/.test(text.charAt(column - 1))) return null;
  const rest = text.slice(end);
  const suffix =
    /^(?:`\d(?:\[[^\]]{0,200}\]{1,3})?)?(?: \((?:0x[0-9A-Fa-f]{1,8}|-?\d{1,10})(?:, 0x[0-9A-Fa-f]{1,8})?\))?/.exec(
      rest,
    )?.[0] ?? "";
  const told = rest.slice(suffix.length);
  if (told.trim() === "") return { type, message: "", column };
  const colon = /^ ?[:：] ?(?=\S)/.exec(told);
  return colon === null ? null : { type, message: told.slice(colon[0].length).trim(), column };
}
