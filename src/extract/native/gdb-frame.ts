import type { Frame } from "../error-report.ts";
import { nativeOwnerOf } from "./native-owner.ts";

/**
 * Reads a call as gdb prints it, `#3  0x0000 in f (a=1) at a.c:12` or `from /lib/liba.so`; the lines of one
 * that was wrapped are to be joined first. https://sourceware.org/gdb/current/onlinedocs/gdb#Backtrace
 */
export function readGdbFrame(text: string): Frame | null {
  const found = /^#\d{1,5} {1,3}(?:0x[0-9a-f]{1,16} in )?(?=\S)/.exec(text);
  if (found === null) return null;
  const body = text.slice(found[0].length).trim();
  if (body === "<signal handler called>") return { ...nobody, function: body, inLibrary: true };
  const open = body.indexOf(" (");
  if (open < 0 && !/^0x[0-9a-f]+$/.test(body)) return null;
  const name = open < 0 ? "" : body.slice(0, open);
  const { file, line } = placeOf(body.slice(Math.max(open, 0)));
  const called = name === "??" || name === "" ? null : name;
  return { file, line, function: called, ...nativeOwnerOf(file) };
}

const nobody: Frame = { file: null, line: null, function: null, inLibrary: false, package: null };

function placeOf(rest: string): { file: string | null; line: number | null } {
  const at = rest.lastIndexOf(" at ");
  const place = at < 0 ? null : /^ at (\S.{0,399}):(\d{1,7})$/.exec(rest.slice(at));
  if (place !== null) return { file: place[1] ?? null, line: Number(place[2]) };
  const from = rest.lastIndexOf(" from ");
  const library = from < 0 ? "" : rest.slice(from + 6);
  return { file: /^\S.{0,399}$/.test(library) ? library : null, line: null };
}
