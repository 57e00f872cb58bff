import { isChinese, isOnlyCode } from "../render/chinese-text.ts";
import { earnedTier } from "./rules/earned-tier.ts";
import { repeatsAction } from "./rules/how-repeats-action.ts";
import { printedType, shortName } from "./rules/exception.ts";

/** A known error as its file holds it. */
export type WrittenRecord = Readonly<Record<string, unknown>>;

/** One thing that was mended. */
export interface Repair {
  /** Path of the field: `workarounds[0].how`. */
  field: string;
  /** What was done, as a plain sentence without a full stop. */
  what: string;
}

/** A record after some steps, and what they did to it. */
export interface Repaired {
  record: WrittenRecord;
  repairs: Repair[];
}

/** One step of mending: gives the record as it should be, and tells of each change. */
export type RepairStep = (record: WrittenRecord, tell: (repair: Repair) => void) => WrittenRecord;

/** Takes a record through steps, one after the other. */
export function repairRecord(written: WrittenRecord, steps: readonly RepairStep[]): Repaired {
  const repairs: Repair[] = [];
  const record = steps.reduce<WrittenRecord>(
    (before, step) => step(before, (repair) => repairs.push(repair)),
    written,
  );
  return { record, repairs };
}

/** What can be mended without knowing the error: `signpost knowledge lint --fix` does this. */
export const mechanicalSteps: readonly RepairStep[] = [
  withoutBlanks,
  withoutRepeatedHow,
  withChineseInPlace,
  withoutFalseChinese,
  withPrintedType,
  withPackageNames,
  withEarnedTier,
];

/** The members of a list that are objects, each mended; other members stay as they are. */
export function mapObjects(
  record: WrittenRecord,
  field: string,
  change: (item: WrittenRecord, index: number) => WrittenRecord,
): WrittenRecord {
  const list = record[field];
  if (!Array.isArray(list)) return record;
  const changed = list.map((item: unknown, index) => (isObject(item) ? change(item, index) : item));
  return changed.every((item, index) => item === list[index])
    ? record
    : { ...record, [field]: changed };
}

/** The object without some members. */
export function omit(object: WrittenRecord, names: readonly string[]): WrittenRecord {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** Whether a value of JSON is an object with members. */
export function isObject(value: unknown): value is WrittenRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text of a record; empty where there is none. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The texts of a list. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Members that a record must have, even where they say nothing. */
const required = new Set(["id", "signature", "domain", "category", "root_cause", "why_fails"]);

function withoutBlanks(record: WrittenRecord, tell: (repair: Repair) => void): WrittenRecord {
  const filled = withoutBlankMembers(record, "", tell);
  const inList =
    (field: string): ((item: WrittenRecord, index: number) => WrittenRecord) =>
    (item, index) =>
      withoutBlankMembers(item, `${field}[${index}].`, tell);
  return mapObjects(
    mapObjects(filled, "dead_ends", inList("dead_ends")),
    "workarounds",
    inList("workarounds"),
  );
}

function withoutBlankMembers(
  object: WrittenRecord,
  place: string,
  tell: (repair: Repair) => void,
): WrittenRecord {
  // An action may be blank beside a text that stands alone.
  const blank = Object.keys(object).filter(
    (name) => isBlankValue(object[name]) && !required.has(name) && name !== "action",
  );
  for (const name of blank) tell({ field: `${place}${name}`, what: "the blank field was removed" });
  return blank.length === 0 ? object : omit(object, blank);
}

function isBlankValue(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  return value === null || (isObject(value) && Object.keys(value).length === 0);
}

function withoutRepeatedHow(record: WrittenRecord, tell: (repair: Repair) => void): WrittenRecord {
  return mapObjects(record, "workarounds", (cure, index) => {
    const repeated = ["how", "how_zh"].filter((name) =>
      repeatsAction(textOf(cure[name.replace("how", "action")]), textOf(cure[name])),
    );
    for (const name of repeated)
      tell({ field: `workarounds[${index}].${name}`, what: "it only repeated the action" });
    return repeated.length === 0 ? cure : omit(cure, repeated);
  });
}

/** `workarounds_zh` belongs to the cures by position only: each text moves into its cure. */
function withChineseInPlace(record: WrittenRecord, tell: (repair: Repair) => void): WrittenRecord {
  const chinese = record["workarounds_zh"];
  const cures = record["workarounds"];
  if (!Array.isArray(chinese) || !Array.isArray(cures) || chinese.length !== cures.length)
    return record;
  if (chinese.length > 0)
    tell({ field: "workarounds_zh", what: "its texts were moved into the workarounds" });
  const moved = mapObjects(record, "workarounds", (cure, index) => {
    const text = textOf(chinese[index]);
    return isChinese(text) && cure["action_zh"] === undefined ? { ...cure, action_zh: text } : cure;
  });
  return omit(moved, ["workarounds_zh"]);
}

function withoutFalseChinese(record: WrittenRecord, tell: (repair: Repair) => void): WrittenRecord {
  const mend = (object: WrittenRecord, place: string): WrittenRecord => {
    const wrong = Object.keys(object).filter(
      (name) => name.endsWith("_zh") && isFalseChinese(object[name]),
    );
    for (const name of wrong)
      tell({ field: `${place}${name}`, what: "it was not Chinese and was removed" });
    return wrong.length === 0 ? object : omit(object, wrong);
  };
  const own = mend(record, "");
  const cures = mapObjects(own, "workarounds", (cure, at) => mend(cure, `workarounds[${at}].`));
  return mapObjects(cures, "dead_ends", (end, at) => mend(end, `dead_ends[${at}].`));
}

function isFalseChinese(value: unknown): boolean {
  return typeof value === "string" && !isChinese(value) && !isOnlyCode(value);
}

function withPrintedType(record: WrittenRecord, tell: (repair: Repair) => void): WrittenRecord {
  const printed = printedType(textOf(record["signature"]));
  const listed = textsOf(record["exception"]);
  if (printed === null || listed.some((type) => shortName(type) === shortName(printed)))
    return record;
  tell({ field: "exception", what: `${printed} was added, which the signature prints` });
  return { ...record, exception: [...listed, printed] };
}

function withPackageNames(record: WrittenRecord, tell: (repair: Repair) => void): WrittenRecord {
  const names = textsOf(record["packages"]);
  const normal = names.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[-_.]+/g, "-"),
  );
  const changed = names.filter((name, index) => name !== normal[index]);
  if (changed.length === 0) return record;
  tell({ field: "packages", what: `${changed.join(", ")} written as PEP 503 does` });
  return { ...record, packages: [...new Set(normal)] };
}

function withEarnedTier(record: WrittenRecord, tell: (repair: Repair) => void): WrittenRecord {
  const tier = textOf(record["verification_tier"]);
  const earned = earnedTier(tier, textsOf(record["sources"]));
  if (tier === "" || earned === tier) return record;
  tell({
    field: "verification_tier",
    what: `lowered from ${tier} to ${earned}, which the sources earn`,
  });
  return { ...record, verification_tier: earned };
}
