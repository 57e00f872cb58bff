import type { Frame } from "../error-report.ts";

/** A place at the start of a line of Lua, and what stands behind it. */
export interface LuaPlace {
  file: string;
  line: number | null;
  rest: string;
}

/** Reads `/a.lua:12: `, `[string "x"]:3: `, `[C]: `, `.../cut.lua:3: ` and Neovim's `vim/shared.lua: `. */
export function readLuaPlace(text: string): LuaPlace | null {
  const found =
    /^(\[C\]|\[(?:string|love) "[^"]{0,200}"\]|(?:[A-Za-z]:[\\/])?[^\s:"'`<>|][^:"'`<>|]{0,300}?\.(?:lua|moon|fnl|tl)|\.\.\.[^:"'`<>|]{1,200}|\w[\w/.-]{0,80}\/[\w/.-]{1,80}):(?:(\d{1,7}):)? ?/.exec(
      text,
    );
  if (found === null) return null;
  const file = found[1] ?? "";
  if (found[2] === undefined && file !== "[C]" && !file.endsWith(".lua")) return null;
  const number = Number(found[2] ?? 0);
  return {
    file,
    line: number > 0 ? number : null,
    rest: text.slice(found[0].length),
  };
}

/** Reads a call of `stack traceback:`: `a.lua:3: in function 'open'`, `[C]: in ?`, `in main chunk`. */
export function readLuaCall(text: string): Frame | null {
  const place = readLuaPlace(text.trim());
  const called = place === null ? null : /^in (.{1,300})$/.exec(place.rest)?.[1];
  if (place === null || called === undefined || called === null) return null;
  const quoted = /['‘`"]([^'’"]{1,200})['’"]/.exec(called)?.[1];
  const isC = place.file === "[C]";
  return {
    file: isC ? null : place.file,
    line: place.line,
    function: quoted ?? called,
    ...(isC ? { inLibrary: true, package: null } : luaOwner(place.file)),
  };
}

/** The plugin of Neovim's managers (`/lazy/telescope.nvim/`, `/pack/vendor/start/x/`), a rock of LuaRocks; `vim/` is Neovim's own. */
export function luaOwner(file: string): Pick<Frame, "inLibrary" | "package"> {
  const path = file.replaceAll("\\", "/");
  const plugin = /\/(?:lazy|plugged|bundle|start|opt)\/([\w.-]{2,80})\//.exec(path)?.[1] ?? null;
  if (plugin !== null) return { inLibrary: true, package: plugin };
  return { inLibrary: /^vim\/|\/nvim\/runtime\/|\/share\/lua\/\d/.test(path), package: null };
}
