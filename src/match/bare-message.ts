import type { ErrorReport } from "../extract/error-report.ts";
import { packageName } from "../extract/environment/package-name.ts";
import type { SeenLibrary } from "./libraries.ts";
import { foldType } from "./prepared-error.ts";
import type { PreparedError } from "./prepared-error.ts";
import type { Subject } from "./subject.ts";
import { isCommonType, wordsOf } from "./word-weights.ts";
import type { WordingHit } from "./wording-hit.ts";

/** Words up to which a message says next to nothing by itself: `KeyError: 'qwen2'`. */
const mostWords = 2;

interface Surroundings {
  prepared: PreparedError;
  subject: Subject;
  seen: readonly SeenLibrary[];
  /** The report of the subject, `undefined` for text that only quotes an error. */
  report: ErrorReport | undefined;
}

/**
 * Whether a message is too short to name a known error by itself, and nothing beside it does: no
 * type of a library's own, no package of the known error in the message or in the calls. Where no
 * calls were reported, a package that the issue otherwise shows is enough. The type of a
 * standard module (`pickle`) says nothing about who called it.
 */
export function isUnsupported(hit: WordingHit, surroundings: Surroundings): boolean {
  const { prepared, subject, seen, report } = surroundings;
  const { type, message, fullMessage } = subject.error;
  const said = fullMessage === "" ? message : fullMessage;
  if (isRaisedForAnyCaller(type ?? "", surroundings)) return true;
  if (hit.isTypeAlone || wordsOf(said).size > mostWords) return false;
  const own = foldType(type ?? "");
  if (own !== "" && !isCommonType(own) && prepared.exceptions.has(own)) return false;
  if (said.match(/[\w.-]+/g)?.some((word) => prepared.packages.has(packageName(word))))
    return false;
  const hasCalls = report !== undefined && report.frames.length > 0;
  return !seen.some(
    ({ name, source }) =>
      prepared.packages.has(name) && (source === "frame" || source === "type" || !hasCalls),
  );
}

/** Modules of Python's standard library that raise types of their own for whoever calls them. */
const standardModules = new Set([
  "_pickle",
  "asyncio",
  "binascii",
  "http",
  "json",
  "pickle",
  "queue",
  "socket",
  "sqlite3",
  "ssl",
  "struct",
  "subprocess",
  "tarfile",
  "urllib",
  "zipfile",
  "zlib",
]);

/** Whether a standard module's type comes with calls, and nothing shows the known error's packages. */
function isRaisedForAnyCaller(type: string, { prepared, seen, report }: Surroundings): boolean {
  const [module = "", ...rest] = type.split(".", 8);
  return (
    rest.length > 0 &&
    standardModules.has(module) &&
    prepared.packages.size > 0 &&
    report !== undefined &&
    report.frames.length > 0 &&
    !seen.some(({ name }) => prepared.packages.has(name))
  );
}
