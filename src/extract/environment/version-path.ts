import { packageName } from "./package-name.ts";
import type { VersionStatement } from "./version-sentence.ts";

/** Longest line that is searched for paths, and paths that are read of one line. */
const longestLine = 2_000;
const mostOnLine = 20;

/**
 * Ways in which package managers put a version into a path. Each begins with fixed text or ends in
 * it, and its quantifiers are bounded, so that no line takes long.
 */
const forms: readonly RegExp[] = [
  // pip: https://packaging.python.org/en/latest/specifications/recording-installed-packages/
  /(?<=[/\\\s"']|^)(?<name>[A-Za-z][\w.]{0,80})-(?<version>\d[\w.!+]{0,40})\.(?:dist|egg)-info\b/g,
  /(?<=[/\\])(?<name>[A-Za-z][\w.]{0,80})-(?<version>\d[\w.!+]{0,40})-py\d\.\d{1,2}(?:-[\w-]{1,40})?\.egg\b/g,
  // RubyGems: .../gems/3.2.0/gems/activerecord-7.0.4/lib/...
  /\/gems\/(?<name>[a-z][\w-]{0,80}?)-(?<version>\d[\w.]{0,40})\//g,
  // pnpm: node_modules/.pnpm/@babel+core@7.22.5_supports-color/...
  /\.pnpm\/(?<name>@?[a-z][\w.+-]{0,80})@(?<version>\d[\w.-]{0,40})(?=[_(/+])/g,
  // The Go module cache: pkg/mod/github.com/gin-gonic/gin@v1.9.1/...
  /\/pkg\/mod\/(?<name>[\w.~!/-]{3,120})@v(?<version>\d[\w.+-]{0,60})\//g,
  // Cargo: registry/src/index.crates.io-6f17d22bba15001f/tokio-1.28.0/...
  /\/registry\/src\/[\w.-]{1,80}\/(?<name>[a-z][\w-]{0,80}?)-(?<version>\d[\w.+-]{0,40})\//g,
  // Java archives: spring-core-5.3.20.jar, guava-31.1-jre.jar
  /(?<=[/\\[\s"':]|^)(?<name>[A-Za-z][A-Za-z0-9_.]{0,40}(?:-[A-Za-z][A-Za-z0-9_.]{0,40}){0,6})-(?<version>\d[\w.]{0,40}(?:-[\w.]{1,20})?)\.jar\b/g,
  // NuGet: .nuget/packages/newtonsoft.json/13.0.1/lib/...
  /\.nuget[/\\]packages[/\\](?<name>[A-Za-z][\w.-]{0,80})[/\\](?<version>\d[\w.-]{0,40})[/\\]/g,
];

/** Python's and Node's own folders: `/python3.11/`, `\Python311\`, `/node/v18.16.0/`. */
const interpreters: readonly (readonly [string, RegExp])[] = [
  ["python", /[/\\]python(3\.\d{1,2}|2\.7)[/\\]/i],
  ["python", /[/\\]Python(3)(\d{1,2})[/\\]/],
  ["node", /\/(?:node|nodejs)\/v?(\d{1,2}\.\d{1,3}\.\d{1,3})\//],
];

/** Versions in the paths on a line, such as those of frames; none for a line without a path. */
export function versionsInPaths(line: string): VersionStatement[] {
  const text = line.slice(0, longestLine);
  if (!/\d/.test(text) || !/[/\\]|\.jar\b/.test(text)) return [];
  const found = forms.flatMap((form) => [...text.matchAll(form)].map(({ groups }) => groups));
  const packages = found.slice(0, mostOnLine).map((groups) => ({
    name: packageName((groups?.["name"] ?? "").replace("+", "/")),
    version: groups?.["version"] ?? "",
  }));
  const own = interpreters.flatMap(([name, form]) => {
    const version = form.exec(text)?.slice(1).join(".");
    return version === undefined ? [] : [{ name, version }];
  });
  return [...packages, ...own.slice(0, 2)];
}
