import type { BlockLine } from "../text/block.ts";
import type { Frame } from "../error-report.ts";

/** A call of Julia's stack, and the line behind it: since 1.6 its place stands on the next line. */
export interface JuliaCall {
  frame: Frame;
  next: number;
}

/**
 * Reads ` [2] open(x::String)` with `@ Shop ~/shop.jl:3` on the next line, before Julia 1.6 with
 * ` at /shop.jl:3` behind it (https://github.com/JuliaLang/julia/blob/master/base/errorshow.jl).
 */
export function readJuliaCall(lines: readonly BlockLine[], at: number): JuliaCall | null {
  const found = /^\s*\[(\d{1,5})\] (\S.{0,600})$/.exec(lines[at]?.text ?? "");
  if (found === null) return null;
  const body = found[2] ?? "";
  const old = / at (\S.{0,300}):(\d{1,7})(?: \[inlined\])?$/.exec(body);
  const below = old === null ? (lines[at + 1]?.text.trim() ?? "") : "";
  const placed = /^@ (?:([\w.]{1,80}) )?(\S.{0,300}?):(\d{1,7})(?: \[inlined\])?$/.exec(below);
  const called = old === null ? body : body.slice(0, old.index);
  const file = placed?.[2] ?? old?.[1] ?? null;
  const line = placed?.[3] ?? old?.[2];
  const module = placed?.[1] ?? null;
  const frame = {
    file,
    line: line === undefined ? null : Number(line),
    function: nameOf(called),
    ...juliaOwner(file ?? "", module),
  };
  return { frame, next: placed === null ? at + 1 : at + 2 };
}

/** A call without the types of its arguments. */
function nameOf(called: string): string | null {
  const open = called.indexOf("(", called.startsWith("(") ? called.indexOf(")") : 0);
  const name = (open < 0 ? called : called.slice(0, open)).trim().slice(0, 200);
  return name === "" ? null : name;
}

/** `Plots` of `~/.julia/packages/Plots/sxUvK/src/plot.jl`; `./array.jl` and the like are Julia's own. */
function juliaOwner(file: string, module: string | null): Pick<Frame, "inLibrary" | "package"> {
  const path = file.replaceAll("\\", "/");
  const name =
    /(?:\.julia|depot|artifacts)?\/packages\/([A-Z]\w{0,60})\/\w{4,6}\//.exec(path)?.[1] ?? null;
  if (name !== null) return { inLibrary: true, package: name };
  const isOwn =
    path.startsWith("./") ||
    path.includes("/share/julia/") ||
    /^(?:Base|Core)(?:\.|$)/.test(module ?? "");
  return { inLibrary: isOwn, package: null };
}
