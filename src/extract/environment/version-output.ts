import type { VersionStatement } from "./version-sentence.ts";

const number = String.raw`v?(\d{1,5}(?:\.\d{1,6}){1,3})`;

/** What programs print about themselves, where the usual forms of `NAME 1.2.3` do not hold it. */
const outputs: readonly (readonly [string, RegExp])[] = [
  ["go", /^go version go(\d{1,2}\.\d{1,3}(?:\.\d{1,3})?(?:rc\d{1,2}|beta\d{1,2})?) \w+\/\w+$/],
  ["ruby", new RegExp(`^ruby ${number}(?:p\\d{1,4})?(?: \\(|$)`)],
  ["rust", new RegExp(`^rustc ${number}(?:-nightly|-beta)?(?: \\(|$)`)],
  ["cargo", new RegExp(`^cargo ${number}(?:-nightly|-beta)?(?: \\(|$)`)],
  ["uv", new RegExp(`^uv ${number}(?: \\(|$)`)],
  ["git", new RegExp(`^git version ${number}`)],
  ["php", new RegExp(`^PHP ${number}(?: \\(|-|$)`)],
  ["bundler", new RegExp(`^Bundler version ${number}$`)],
  ["gcc", new RegExp(`^(?:gcc|g\\+\\+|cc) \\([^)]{1,80}\\) ${number}`)],
  ["kotlin", new RegExp(`^(?:Kotlin version|info: kotlinc-jvm) ${number}`)],
  ["spring-boot", new RegExp(`^:: Spring Boot :: ?\\(${number}`)],
  ["npm", new RegExp(`^npm (?:info|verb|ERR!|error) (?:using )?npm@${number}`)],
  ["node", new RegExp(`^(?:npm|gyp) (?:info|verb|ERR!|error) (?:using )?node@${number}`)],
  ["node-gyp", new RegExp(`^gyp (?:info|verb|ERR!|error) (?:using )?node-gyp@${number}`)],
  ["node-gyp", new RegExp(`^gyp ERR! node-gyp -v ${number}`)],
  ["node", new RegExp(`^gyp ERR! node -v ${number}`)],
];

/** The version on a line that a program printed about itself (`go version go1.21.3 linux/amd64`). */
export function versionInOutput(line: string): VersionStatement | null {
  for (const [name, form] of outputs) {
    const version = form.exec(line)?.[1];
    if (version !== undefined) return { name, version };
  }
  return null;
}
