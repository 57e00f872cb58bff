import { dotnetOwner } from "./dotnet-frame.ts";
import type { Frame } from "../error-report.ts";

/**
 * Reads a call as Unity's console prints it: `Shop.Cart.Open (System.String id) (at Assets/Cart.cs:12)`,
 * `UnityEngine.Debug:LogError (object)`, `Shop.Cart:Open ()`.
 */
export function readUnityFrame(text: string): Frame | null {
  const body = text.trim();
  if (!body.endsWith(")")) return null;
  const place = body.lastIndexOf(" (at ");
  const called = place < 0 ? body : body.slice(0, place);
  const open = called.indexOf("(");
  const name = called.slice(0, open).trim();
  if (
    open < 1 ||
    !called.endsWith(")") ||
    !/^[\w.+<>`|$[\],/-]{2,300}(?::[\w.<>`|$]{1,100})?$/.test(name)
  )
    return null;
  if (place < 0)
    return /^[\w.+<>`]{2,200}:[\w.<>`|$]{1,100}$/.test(name) ? unityCall(name, null) : null;
  const found = /^(.{1,400}):(\d{1,7})$/.exec(body.slice(place + " (at ".length, -1));
  return found === null ? null : unityCall(name, { file: found[1] ?? "", line: Number(found[2]) });
}

function unityCall(name: string, place: { file: string; line: number } | null): Frame {
  const isKnown = place !== null && !place.file.startsWith("<");
  const file = isKnown ? place.file : null;
  return {
    file,
    line: isKnown ? place.line : null,
    function: name,
    ...dotnetOwner(name, file ?? ""),
  };
}
