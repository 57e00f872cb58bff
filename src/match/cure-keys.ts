import { knownPackage } from "../extract/environment/known-packages.ts";
import { packageName } from "../extract/environment/package-name.ts";

/** What shows that a text speaks of one certain cure. */
export type CureKey =
  /** `use_cache=False`, `NCCL_P2P_DISABLE=1`; any number counts where the cure's own is an example. */
  | { kind: "setting"; name: string; value: string }
  /** `empty_cache`, `CUDA_HOME`, `--no-build-isolation`, `git lfs pull`: found as it stands. */
  | { kind: "words"; words: string }
  /** `.to(cuda)`, without quotes and blanks. */
  | { kind: "method"; call: string }
  /** "upgraded transformers" */
  | { kind: "package"; change: PackageChange; name: string };

export type PackageChange = "upgrade" | "downgrade" | "reinstall" | "install";

/** Identifiers and commands of one cure. */
export interface CureKeys {
  /** Of its sentence: each stands for the cure. */
  ofAction: CureKey[];
  /** Of its code: two thirds of them stand for it. */
  ofCode: CureKey[];
}

/** Characters and keys of one cure that are looked at. */
const longestCure = 3_000;
const mostKeys = 20;

/**
 * Reads the identifiers and commands of a cure. Of its code only what sets or installs something or is
 * called by itself counts: the rest is there for the context.
 */
export function cureKeys(action: string, how: string): CureKeys {
  const sentence = action.slice(0, longestCure);
  const spans = objectsOf(sentence);
  const code = codeLines(how.slice(0, longestCure));
  const lines = code.map(({ line }) => line);
  return {
    ofAction: distinct([
      ...packageChanges(sentence),
      ...[keysOfCode, calls, names].flatMap((read) => spans.flatMap(read)),
    ]),
    ofCode: distinct([
      ...lines.flatMap(keysOfCode),
      ...code.filter(({ isShell }) => isShell).flatMap(({ line }) => commands(line)),
      ...lines.filter(isCallAlone).flatMap((line) => telling(calls(line))),
    ]),
  };
}

function isCallAlone(line: string): boolean {
  return /^[\w.]+\([^()]{0,80}\)$/.test(line);
}

/** In code, `x.to(device)` is everywhere. */
function telling(keys: readonly CureKey[]): CureKey[] {
  return keys.filter(({ kind }) => kind !== "method");
}

function distinct(keys: readonly CureKey[]): CureKey[] {
  const found = new Map(keys.map((key) => [JSON.stringify(key), key]));
  return [...found.values()].slice(0, mostKeys);
}

/** Words behind which a name is what the cure does away with, or only where it does something. */
const notObject =
  /\b(?:with|without|by|of|in|on|for|to|from|after|before|as|than|when|while|under|into|at|over|instead of|remov(?:e|ing)|delet(?:e|ing)|drop(?:ping)?|not|no|keep|leave out|says?)(?: (?:the|your|own|a|an)){0,2} $/i;

/** The code that an action is about: `x=1` of "`x=1` without `y`", both of "`x=1` or `x=2`". */
function objectsOf(action: string): string[] {
  const objects: string[] = [];
  let isObject = true;
  let end = 0;
  for (const span of action.matchAll(/`([^`]{2,120})`/g)) {
    const before = action.slice(end, span.index);
    const goesOn = end > 0 && /^(?:,| and| or|, or|, and|\/)? ?$/.test(before);
    isObject = goesOn ? isObject : !notObject.test(action.slice(0, span.index));
    if (isObject) objects.push(span[1] ?? "");
    end = span.index + span[0].length;
  }
  return objects;
}

/** Code of a cure without its comments, line by line. */
function codeLines(how: string): { line: string; isShell: boolean }[] {
  const parts = how.split(/^ {0,3}(?:```|~~~) ?(.{0,40})$/m);
  return parts
    .flatMap((block, index) => {
      if (index % 4 !== 2) return [];
      const isShell = !/^(?:py|js|ts|java|go|rust|c)/.test(parts[index - 1] ?? "");
      return block.split("\n").map((line) => ({ line: withoutComment(line), isShell }));
    })
    .filter(({ line }) => line !== "" && !line.startsWith("print("));
}

function withoutComment(line: string): string {
  return line.replace(/\s#.*$|^#.*$/, "").trim();
}

function keysOfCode(code: string): CureKey[] {
  return [...settings(code), ...flags(code), ...installs(code)];
}

/** A keyword argument or a variable of the environment, not a statement: no blanks around the sign. */
const setting =
  /(?<![\w.-])([A-Za-z_]\w{2,60})=("[^"]{0,60}"|'[^']{0,60}'|\{[^{}]{0,60}\}|True|False|None|\d[\w.:]{0,20}|torch\.\w{2,20}|(?<=[A-Z]=)[\w.:]{1,40})(?=[\s,)`;]|$)/g;

/** Arguments that most code has, whatever it is for. */
const incidental =
  /^(?:device_map=auto$|(?:return_tensors|torch_dtype|dtype|device|revision|output_dir|max_new_tokens|task_type|batch_size|repo_id|filename|split|name|path|map_location|accelerator)=)/;

function settings(code: string): CureKey[] {
  return [...code.matchAll(setting)]
    .filter(([, name = "", value = ""]) => !incidental.test(`${name}=${plain(value)}`))
    .map(([, name = "", value = ""]) => ({
      kind: "setting",
      name: name.toLowerCase(),
      value: plain(value),
    }));
}

function flags(code: string): CureKey[] {
  const found = code.match(/(?<!\S)--[a-z][\w-]{4,60}/g) ?? [];
  return found
    .filter((flag) => !/^--(?:upgrade|force-reinstall|index-url|nproc[_-]per[_-]node)$/.test(flag))
    .map((flag) => ({ kind: "words", words: flag.toLowerCase() }));
}

/** `empty_cache` of `torch.cuda.empty_cache()`; a name of one plain word only with its argument. */
function calls(code: string): CureKey[] {
  return [...code.matchAll(/(?:^|[\w\])]|(?=\.))(\.?)(\w{2,60})\(([^()]{0,40})\)/g)].flatMap(
    ([, dot = "", written = "", args = ""]): CureKey[] => {
      const name = written.toLowerCase();
      if (name.includes("_") && name !== "from_pretrained") return [{ kind: "words", words: name }];
      return dot === "" ? [] : [{ kind: "method", call: `.${name}(${plain(args)})` }];
    },
  );
}

/** A name that stands alone in the sentence: `CUDA_HOME`, `merge_and_unload`. */
function names(code: string): CureKey[] {
  return /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[a-z]\w*(?:_\w+)+)$/.test(code)
    ? [{ kind: "words", words: code.toLowerCase() }]
    : [];
}

/** `git lfs pull`, `huggingface-cli login`: commands that name what they do by themselves. */
function commands(code: string): CureKey[] {
  const words = /^(?:\$ )?([a-z][\w-]{1,30}(?: [a-z][\w-]{1,30}){1,3})/.exec(code)?.[1] ?? "";
  const isTelling = words.split(" ").length > 2 || /^\w+-[\w-]+ /.test(words);
  return isTelling && !/^(?:python|pip3?|uv|conda|export|sudo|echo)\b/.test(words)
    ? [{ kind: "words", words }]
    : [];
}

function installs(code: string): CureKey[] {
  const found = /\b(?:pip3?|uv pip|conda|mamba) install (.{1,200})$/.exec(code)?.[1];
  if (found === undefined) return [];
  const first = found
    .split(" ")
    .map((word) => word.replace(/^["']|["']$/g, ""))
    .find((word) => /^[A-Za-z][\w.-]*(?:\[[\w,-]*\])?(?:$|[<>=!~])/.test(word));
  const name = /^[A-Za-z][\w.-]*/.exec(first ?? "")?.[0];
  if (first === undefined || name === undefined || name === "PACKAGE") return [];
  return [{ kind: "package", change: changeOf(found, first), name: packageName(name) }];
}

function changeOf(options: string, requirement: string): PackageChange {
  if (/<|==/.test(requirement)) return "downgrade";
  if (options.includes("--force-reinstall")) return "reinstall";
  return /(?:^|\s)(?:-U|--upgrade)\b/.test(options) ? "upgrade" : "install";
}

const changes: readonly (readonly [PackageChange, RegExp])[] = [
  ["upgrade", /^(?:upgrad|updat)(?:e|ing)\b/i],
  ["downgrade", /^(?:downgrad(?:e|ing)|go(?:ing)? back|stay(?:ing)? with)\b/i],
  ["reinstall", /^reinstall(?:ing)?\b/i],
];

/** "Upgrade transformers in the environment that runs": the first package that the sentence names. */
function packageChanges(action: string): CureKey[] {
  const change = changes.find(([, verb]) => verb.test(action))?.[0];
  if (change === undefined) return [];
  const words = action.slice(0, 80).match(/[A-Za-z][\w.-]{2,40}/g) ?? [];
  const found = words.map((word) => knownPackage(word.replace(/[.-]+$/, "")));
  const name = found.find((each) => each !== null) ?? null;
  return name === null ? [] : [{ kind: "package", change, name }];
}

/** Without quotes, blanks and case. */
export function plain(text: string): string {
  return text.toLowerCase().replace(/["'`\s]/g, "");
}
