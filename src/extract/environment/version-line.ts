import { knownPackage } from "./known-packages.ts";
import { packageName } from "./package-name.ts";
import type { VersionStatement } from "./version-sentence.ts";
import { versionAtStart } from "./version-token.ts";

/** Keys that say whose version it is not: the one that worked, the one that is wanted. */
const notMine =
  /\b(?:last|latest|previous|old|new|working|worked|good|bad|required|minimum|min|expected|target|recommended|supported|fixed|tried|other|known|affected|first|driver|api|schema|protocol|file)\b/i;

/** Words before a name that do not belong to it. */
const leadingWords = /^(?:(?:the|my|your|our|current|currently|installed|used|using|exact)\s)+/i;

/** Keys of torch's `collect_env` and of `transformers-cli env` that do not spell "version". */
const exactKeys: Readonly<Record<string, string>> = {
  "cuda used to build pytorch": "cuda",
  "rocm used to build pytorch": "rocm",
  "torch.__version__": "torch",
  "transformers.__version__": "transformers",
  "torch.version.cuda": "cuda",
  "node.js": "node",
};

/** Packages whose versions are often stated as one number. */
const oneNumber = new Set(["node", "java", "cuda"]);

/**
 * Versions on a line of the form `NAME version: 1.2.3`, for any name; none for other lines.
 * `- PyTorch version (GPU?): 2.2.0+cu121 (True)`, `CUDA used to build PyTorch: 11.8`,
 * `Python版本:3.10.16`, `Keras: Version: 3.3.3`, `Python version: 3.10, torch version: 2.1`.
 */
export function versionsOnKeyedLine(line: string): VersionStatement[] {
  const first = versionOf(line);
  if (first === null) return [];
  const others = line.split(/[,;] ?(?=[a-z])/i).slice(1);
  const further = others.map((part) => versionOf(part)).filter((version) => version !== null);
  return [first, ...further.filter((version) => version.name !== first.name)];
}

/** Whether a line has the form `NAME version: ...`, whatever its value. */
export function isVersionKey(line: string): boolean {
  const parts = splitKey(line);
  return parts !== null && nameOfKey(parts.key) !== null;
}

function versionOf(line: string): VersionStatement | null {
  const parts = splitKey(line);
  const name = parts && nameOfKey(parts.key);
  if (!parts || name === null) return null;
  const value = withoutName(
    parts.value.replace(/^version ?[:=] ?/i, "").replace(/^["']/, ""),
    name,
  );
  const token = versionAtStart(value);
  if (token) return { name, version: token.version };
  const whole = oneNumber.has(name) ? /^v?(\d{1,2})(?: \(.*\))?$/.exec(value)?.[1] : undefined;
  return whole === undefined ? null : { name, version: whole };
}

/** `Python 3.10.12` as the value of `Python version`. */
function withoutName(value: string, name: string): string {
  const blank = value.indexOf(" ");
  return packageName(value.slice(0, Math.max(0, blank))) === name ? value.slice(blank + 1) : value;
}

/** Package that a heading or key asks the version of (`PyTorch Version (e.g., 1.0)`), or `null`. */
export function nameOfKey(written: string): string | null {
  const key = withoutParentheses(written).trim();
  const exact = exactKeys[key.toLowerCase()];
  if (exact !== undefined) return exact;
  const bare = /^(.+?)\s?(?:\bversions?|版本号?|: version)$/i.exec(key)?.[1];
  if (bare === undefined || notMine.test(bare)) return null;
  const name = bare
    .replace(leadingWords, "")
    .replace(/\s?的$/, "")
    .trim();
  if (!/^[a-z][\w.+/-]*(?: [a-z][\w.-]*){0,2}$/i.test(name)) return null;
  return knownPackage(name.replace(/\/.*/, "")) ?? packageName(name);
}

/** Splits at the first `:` or `=` outside parentheses, not at `==`; `Keras: Version: 3.3.3` at the second. */
function splitKey(line: string): { key: string; value: string } | null {
  const position = separatorOf(line);
  if (position < 1) return null;
  const key = line.slice(0, position);
  const value = line.slice(position + 1).trim();
  const doubled = /^version\s?:/i.test(value);
  return { key: doubled ? `${key} version` : key, value };
}

function separatorOf(line: string): number {
  let depth = 0;
  for (let position = 0; position < line.length; position += 1) {
    const character = line[position];
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    else if (character === ":" && depth <= 0) return position;
    else if (character === "=" && depth <= 0) return line[position + 1] === "=" ? -1 : position;
  }
  return -1;
}

function withoutParentheses(text: string): string {
  return text.replace(/\([^()]*\)/g, "");
}
