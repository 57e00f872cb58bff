import type { Frame } from "./error-report.ts";

/** Whose code a file is: the package it belongs to, and whether it is library code at all. */
export function ownerOf(file: string | null): Pick<Frame, "inLibrary" | "package"> {
  if (file === null) return { inLibrary: false, package: null };
  const path = file.replaceAll("\\", "/");
  const name = packageIn(path);
  return { inLibrary: name !== null || isStandardLibrary(path), package: name };
}

const packageFolders = ["site-packages/", "dist-packages/", "node_modules/"];

function packageIn(path: string): string | null {
  for (const folder of packageFolders) {
    const at = path.lastIndexOf(folder);
    if (at < 0) continue;
    const [first = "", second = ""] = path.slice(at + folder.length).split("/", 2);
    if (first.startsWith("@") && second !== "") return `${first}/${second}`;
    const name = first.replace(/\.(?:py|pyx|so|js|mjs|cjs)$/, "").replace(/-\d.*\.egg$/, "");
    return name === "" ? null : name;
  }
  return null;
}

/** `/usr/lib/python3.11/json/decoder.py`, `C:\Python39\lib\json\decoder.py`, frozen modules, Node's own. */
function isStandardLibrary(path: string): boolean {
  if (path.startsWith("<frozen ") || path.startsWith("node:") || path.startsWith("internal/"))
    return true;
  return (
    /\/lib\/python\d/.test(path) || /(?:python|conda)[\w.-]*\/(?:envs\/[\w.-]+\/)?lib\//i.test(path)
  );
}
