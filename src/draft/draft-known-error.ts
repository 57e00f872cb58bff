import type { ErrorReport } from "../extract/error-report.ts";
import type { Extraction } from "../extract/extraction.ts";
import { lastPart } from "../extract/reading/typed-message.ts";
import type { Category } from "../knowledge/category.ts";
import type { KnownError } from "../knowledge/known-error.ts";
import { plainText } from "../match/fold.ts";
import { findVariableParts } from "../match/variable-part.ts";
import type { VariablePart } from "../match/variable-part.ts";
import { redact } from "../render/redact.ts";

/** What is left for a person to write. */
const toFill = "TODO";

/** A known error as far as a report tells it. */
export interface Draft {
  /** Members in the order of the format, ready for `JSON.stringify`. */
  record: Record<string, unknown>;
  /** The wording with its variable parts in angle brackets: `name '<name>' is not defined`. */
  opened: string;
}

/**
 * Drafts a known error from the primary report of a text: wording, type, package and category as far
 * as they can be told; the rest says `TODO`, which the linter refuses. `null` for a text without a
 * report. `neighbours` are ids of known errors near it, `domainOf` names the domain of a package.
 */
export function draftKnownError(
  { reports, primary }: Extraction,
  neighbours: readonly string[],
  domainOf: (packageName: string) => string | null,
): Draft | null {
  const report = reports[primary ?? -1];
  if (report === undefined) return null;
  const error = deepest(report);
  const message = redact(error.fullMessage.split("\n\n", 1)[0] ?? error.message);
  const owner = packageOf(report);
  const domain = owner === null ? report.language : (domainOf(owner) ?? owner);
  const record = {
    $schema: "../schema.json",
    id: `${slugOf(domain)}/${slugOf(`${lastPart(error.type ?? "")} ${openedWording(message)}`)}`,
    title: toFill,
    title_zh: toFill,
    signature: error.type === null ? message : `${error.type}: ${message}`,
    aliases: [],
    regex: regexOf(message),
    ...(error.type !== null && { exception: [error.type] }),
    ...(owner !== null && { packages: [owner] }),
    domain: slugOf(domain),
    category: categoryOf(error.type ?? "", message),
    root_cause: toFill,
    root_cause_zh: toFill,
    versions: [],
    workarounds: [
      { action: toFill, action_zh: toFill, how: toFill, condition: toFill, condition_zh: toFill },
    ],
    dead_ends: [{ action: toFill, action_zh: toFill, why_fails: toFill, why_fails_zh: toFill }],
    transition_graph: {
      leads_to: [],
      preceded_by: [],
      frequently_confused_with: neighbours.map((id) => ({
        id,
        how_to_tell: toFill,
        how_to_tell_zh: toFill,
      })),
    },
    sources: [],
    verification_tier: "ai_generated",
    examples: { matches: [], near_misses: [] },
  } satisfies Partial<Record<keyof KnownError, unknown>>;
  return { record, opened: openedWording(message) };
}

/** The error that carries the information: the last cause, when the report wraps one. */
function deepest(report: ErrorReport): Pick<ErrorReport, "type" | "message" | "fullMessage"> {
  return report.message === "" ? (report.causes[0] ?? report) : report;
}

/** The package whose code raised it: that of the innermost call that has one. */
function packageOf({ frames }: ErrorReport): string | null {
  const owner = frames.findLast((frame) => frame.package !== null)?.package ?? null;
  return owner?.toLowerCase().replace(/[-_.]+/g, "-") ?? null;
}

function openedWording(message: string): string {
  const { text } = plainText(message);
  return withParts(text, ({ kind }) => `<${kind}>`);
}

/** Replaces the variable parts of a text. */
function withParts(
  text: string,
  replace: (part: VariablePart) => string,
  keep: (text: string) => string = (literal) => literal,
): string {
  let out = "";
  let at = 0;
  for (const part of findVariableParts(text)) {
    out += keep(text.slice(at, part.start)) + replace(part);
    at = part.end;
  }
  return out + keep(text.slice(at));
}

/** Longest regex that is drafted, in characters of the message's first line. */
const longestWording = 300;

/**
 * A regex in which names are named groups, for the texts to use; `null` where the wording alone does
 * as well, because nothing but numbers, paths and devices varies in it.
 */
function regexOf(message: string): string | null {
  const { text } = plainText((message.split("\n", 1)[0] ?? "").slice(0, longestWording));
  if (!findVariableParts(text).some(({ kind }) => kind === "name")) return null;
  let names = 0;
  return withParts(
    text,
    ({ kind }) => {
      if (kind !== "name") return wildcards[kind];
      names += 1;
      return `(?<name${names === 1 ? "" : names}>[^']+)`;
    },
    (literal) => literal.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"),
  );
}

const wildcards: Record<Exclude<VariablePart["kind"], "name">, string> = {
  number: "[\\d.,]+",
  path: "\\S+",
  device: "\\w+(?::\\d+)?",
  list: ".*",
  any: ".*",
};

/** Lower-case words with hyphens, eight of them at most. */
function slugOf(text: string): string {
  const words =
    text
      .toLowerCase()
      .replace(/<\w+>/g, " ")
      .match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, 8).join("-") || "unnamed";
}

/** By the type, then by words of the message; `runtime_error` when neither tells. */
function categoryOf(type: string, message: string): Category {
  const name = lastPart(type);
  const found = kinds.find(([, types, words]) => types.test(name) || words.test(message));
  return found?.[0] ?? "runtime_error";
}

const kinds: readonly [Category, RegExp, RegExp][] = [
  ["memory_error", /OutOfMemory|MemoryError/, /out of memory|cannot allocate memory/i],
  [
    "dependency_error",
    /ModuleNotFoundError|ImportError|PackageNotFound/,
    /No module named|undefined symbol|not found \(required by/,
  ],
  ["distributed_error", /DistBackendError|ChildFailedError/, /NCCL|process group|rendezvous/],
  [
    "permission_error",
    /Permission|Unauthorized|Forbidden|GatedRepo/,
    /permission denied|401 |403 /i,
  ],
  [
    "network_error",
    /Connect|Timeout|SSL|HTTPError|ProxyError/,
    /connection (?:refused|reset|timed out)|certificate/i,
  ],
  ["device_error", /^$/, /on the same device|meta tensor/i],
  ["dtype_error", /^$/, /dtype|same type|scalar type/i],
  ["shape_error", /^$/, /shapes (?:cannot be multiplied|mismatch)|size mismatch|size of tensor/i],
  ["driver_error", /^$/, /CUDA driver|no kernel image|NVIDIA/],
  ["data_error", /Decode|ArrowInvalid|DatasetGeneration|JSONDecode/, /invalid start byte/],
  [
    "build_error",
    /CompileError|^E\d{4}$|^C\d{4}$/,
    /failed building wheel|undefined reference|linker/i,
  ],
  [
    "api_change",
    /AttributeError/,
    /has no attribute|cannot import name|unexpected keyword argument/,
  ],
];
