import type { Frame } from "../error-report.ts";

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
  return packageOfCython(path) ?? packageInArchive(path);
}

/** Cython gives its sources relative to the package's repository: `python/ray/_raylet.pyx`. */
function packageOfCython(path: string): string | null {
  if (!/\.p(?:yx|xi)$/.test(path) || /^(?:[A-Za-z]:|[/~.])/.test(path)) return null;
  const [first = "", second = ""] = path.replace(/^(?:python|src|lib)\//, "").split("/", 2);
  return second === "" ? null : first;
}

/** `/opt/spark/python/lib/pyspark.zip/pyspark/worker.py`, `x/requests-2.31-py3-none-any.whl/requests/api.py` */
function packageInArchive(path: string): string | null {
  return /\w\.(?:whl|zip|egg|pex)\/([A-Za-z_]\w{0,80})\//.exec(path)?.[1] ?? null;
}

/** `/usr/lib/python3.11/json/decoder.py`, `C:\Python39\lib\json\decoder.py`, frozen modules, Node's own. */
function isStandardLibrary(path: string): boolean {
  if (path.startsWith("<frozen ") || path.startsWith("node:") || path.startsWith("internal/"))
    return true;
  return (
    /\/lib\/python\d/.test(path) || /(?:python|conda)[\w.-]*\/(?:envs\/[\w.-]+\/)?lib\//i.test(path)
  );
}
