import { packageName } from "./package-name.ts";
import type { PlainLine } from "./plain-line.ts";
import type { VersionStatement } from "./version-sentence.ts";

const name = String.raw`(?<name>@?[A-Za-z][\w./~-]{0,100})`;
const version = String.raw`v?(?<version>\d[\w.+-]{0,60})`;

/** Forms in which one line names a package and the version that is installed. */
const lines: readonly RegExp[] = [
  // go.sum and go.mod: github.com/gin-gonic/gin v1.9.1 h1:4idE..., with `require` or `// indirect`
  new RegExp(
    String.raw`^(?:require )?(?<name>[a-z][\w-]{0,40}\.[a-z]{2,10}/[\w./~-]{1,100}) v(?<version>\d[\w.+-]{0,60})(?:/go\.mod)?(?: h1:\S{1,80}| // indirect)?$`,
  ),
  // npm ls, yarn list, pnpm ls: ├── react@18.2.0, react@18.2.0 deduped
  new RegExp(
    String.raw`^(?:[│|\s]{0,20}(?:[├└][─┬-]{1,4}|--) ?)?${name}@${version}(?: (?:deduped|overridden|extraneous|invalid\b.{0,100}))?$`,
  ),
  // pipdeptree: ├── torch [required: >=1.8, installed: 2.0.1]
  new RegExp(
    String.raw`^[│|\s]{0,20}[├└+][─-]{1,4} ${name} \[required: [^,\]]{1,40}(?:,[^,\]]{1,40}){0,4}, installed: ${version}\]$`,
  ),
  // envinfo: react: ^18.2.0 => 18.2.0
  new RegExp(String.raw`^${name}: [\^~<>=*\w. |-]{1,60} => ${version}$`),
  // pip install: Requirement already satisfied: torch>=1.8 in ./venv/lib (from -r x.txt) (2.0.1)
  new RegExp(
    String.raw`^Requirement already satisfied: ${name}.{0,200}? in .{1,300} \(${version}\)$`,
  ),
  // Gemfile.lock: rails (7.0.4)
  new RegExp(
    String.raw`^${name} \((?<version>\d{1,4}(?:\.\d{1,8}){1,4}(?:\.[a-z]{1,8}\d{0,4})?)\)$`,
  ),
  // pnpm-lock.yaml: /react@18.2.0:
  new RegExp(String.raw`^/?'?${name}@${version}'?:$`),
];

/** Forms of two lines: the package, and below it the version. */
const pairs: readonly (readonly [RegExp, RegExp])[] = [
  // poetry.lock, uv.lock, Cargo.lock
  [/^name ?= ?"([\w./-]{1,100})"$/, /^version ?= ?"v?(\d[\w.+-]{0,60})"$/],
  // package-lock.json: "node_modules/@scope/name": { "version": "1.2.3"
  [/^"(?:node_modules\/)?([\w./@-]{1,120})": ?\{$/, /^"version": ?"(\d[\w.+-]{0,60})",?$/],
  // composer.lock
  [/^"name": ?"([\w./-]{1,100})",$/, /^"version": ?"v?(\d[\w.+-]{0,60})",?$/],
  // yarn.lock: react@^18.0.0, "react@npm:^18.0.0":
  [/^"?(@?[A-Za-z][\w./-]{0,100})@[^"]{1,200}"?:$/, /^version:? "?(\d[\w.+-]{0,60})"?$/],
];

/**
 * Versions in excerpts of lock files and in what package managers print about an installed tree; none
 * for other lines. A list of what was just installed names several.
 */
export function versionsInLock(
  { content }: PlainLine,
  previous: PlainLine | undefined,
): VersionStatement[] {
  if (content.startsWith("Successfully installed ")) return justInstalled(content);
  for (const form of lines) {
    const groups = form.exec(content)?.groups;
    if (groups !== undefined) return [statement(groups["name"], groups["version"])];
  }
  for (const [above, below] of pairs) {
    const stated = below.exec(content)?.[1];
    const named = stated === undefined ? undefined : above.exec(previous?.content ?? "")?.[1];
    if (named !== undefined) return [statement(named.replace(/^.*node_modules\//, ""), stated)];
  }
  return [];
}

/** Packages that pip names on one line. */
const mostInstalled = 300;

/** `Successfully installed tokenizers-0.15.0 transformers-4.36.2` */
function justInstalled(content: string): VersionStatement[] {
  const words = content.split(" ", mostInstalled + 2).slice(2);
  return words.flatMap((word) => {
    const parts = /^([A-Za-z][\w.-]{0,80}?)-(\d[\w.!+]{0,60})$/.exec(word);
    return parts === null ? [] : [statement(parts[1], parts[2])];
  });
}

function statement(written = "", stated = ""): VersionStatement {
  return { name: packageName(written), version: stated };
}
