import type { Frame } from "../error-report.ts";
import { nativeOwnerOf } from "./native-owner.ts";

/**
 * Reads a call as libraries print it that walk the stack of their own program: glibc's and macOS's
 * `backtrace_symbols`, glog and Abseil, PyTorch's c10, Boost.Stacktrace.
 */
export function readNativeFrame(text: string): Frame | null {
  const body = text.trim().slice(0, 2_000);
  if (body.endsWith("]")) return readGlibc(body);
  if (body.startsWith("@ ")) return readGlog(body);
  if (body.startsWith("frame #")) return readC10(body);
  const first = body.charCodeAt(0);
  // A digit stands in front of the calls of macOS and of Boost.
  return first >= 48 && first <= 57 ? (readDarwin(body) ?? readBoost(body)) : null;
}

/** `/x/libggml.so(ggml_abort+0xd8) [0x71a8]`, `./app() [0x4559]`; Open MPI puts `[ 3] ` in front. */
function readGlibc(text: string): Frame | null {
  const body = text.replace(/^\[ ?\d{1,3}\] /, "");
  const open = body.indexOf("(");
  const address = /\) ?\[0x[0-9a-f]{1,16}\]$/.exec(body);
  const path = body.slice(0, Math.max(open, 0));
  if (address === null || path.length > 400 || !/^\S+$/.test(path) || address.index < open)
    return null;
  return call(path, body.slice(open + 1, address.index).replace(/\+0x[0-9a-f]{1,16}$/, ""));
}

/** `@     0x7f8e2c  google::LogMessage::Fail()`; Abseil puts the frame's size in between. */
function readGlog(body: string): Frame | null {
  const found = /^@ {1,20}0x[0-9a-f]{1,16} {1,20}(?:\d{1,10} {1,20})?(?=\S)/.exec(body);
  const name = found === null ? "" : body.slice(found[0].length);
  return found === null ? null : call(null, name === "(unknown)" ? "" : name);
}

/** `frame #3: c10::Error::Error(...) + 0x57 (0x7f8e in /x/libc10.so)` */
function readC10(body: string): Frame | null {
  const found = /^frame #\d{1,4}: (?=\S)/.exec(body);
  const end = body.lastIndexOf(" (0x");
  if (found === null || end < found[0].length) return null;
  const file = /^ \(0x[0-9a-f]{1,16} in ([^()]{1,400})\)$/.exec(body.slice(end))?.[1];
  if (file === undefined) return null;
  const name = body.slice(found[0].length, end).replace(/ \+ 0x[0-9a-f]{1,16}$/, "");
  return call(file, name === "<unknown function>" ? "" : name);
}

/** `3   libdyld.dylib   0x00007fff8b start + 1`, `3   app   0x1a2b main + 12 (main.c:4)` */
function readDarwin(body: string): Frame | null {
  const found = /^\d{1,4}\s{1,8}(\S[^\t]{0,80}?)\s{1,60}0x[0-9a-f]{4,16} (?=\S)/.exec(body);
  if (found === null) return null;
  const rest = body.slice(found[0].length);
  const place = / \(([^():]{1,300}):(\d{1,7})\)$/.exec(rest);
  const name = rest.slice(0, place?.index ?? rest.length).replace(/ \+ \d{1,12}$/, "");
  const module = found[1] ?? null;
  const called = /^0x[0-9a-f]+$/.test(name) ? null : name;
  if (place === null) return call(module, called ?? "");
  return { ...call(module, called ?? ""), file: place[1] ?? null, line: Number(place[2]) };
}

/** `2# main at /x/a.cpp:12`, `2# main in ./a.out` */
function readBoost(body: string): Frame | null {
  const found = /^\d{1,4}# (?=\S)/.exec(body);
  if (found === null) return null;
  const rest = body.slice(found[0].length);
  const at = rest.lastIndexOf(" at ");
  const place = at < 0 ? null : /^ at (.{1,400}):(\d{1,7})$/.exec(rest.slice(at));
  if (place !== null)
    return { ...call(place[1] ?? null, rest.slice(0, at)), line: Number(place[2]) };
  const inside = rest.lastIndexOf(" in ");
  return inside < 0 ? call(null, rest) : call(rest.slice(inside + 4), rest.slice(0, inside));
}

function call(file: string | null, name: string): Frame {
  return { file, line: null, function: name === "" ? null : name, ...nativeOwnerOf(file) };
}
