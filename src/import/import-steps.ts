import { isCategory } from "../knowledge/category.ts";
import { KnownError } from "../knowledge/known-error.ts";
import { foldCase, plainText } from "../match/fold.ts";
import { compilePattern } from "../match/compile-pattern.ts";
import { findPattern, openPattern } from "../match/pattern.ts";
import { ordinaryTexts } from "../lint/prose.ts";
import { mapObjects, mechanicalSteps, omit, textOf, textsOf } from "../lint/repair.ts";
import type { Repair, RepairStep, WrittenRecord } from "../lint/repair.ts";
import { isUnsafe } from "../lint/rules/unsafe-advice.ts";
import { isKnownHost, linksIn } from "../lint/rules/url.ts";
import { flatten } from "./flat-record.ts";

type Tell = (repair: Repair) => void;

/** What an imported record goes through: nothing in it is believed that is not sourced. */
export const importSteps: readonly RepairStep[] = [
  flatten,
  withoutUnknownFields,
  withoutFigures,
  withKnownCategory,
  withoutUselessRegex,
  withoutUnknownLinks,
  withoutUnsafeAdvice,
  withTier,
  ...mechanicalSteps,
];

function withoutUnknownFields(record: WrittenRecord, tell: Tell): WrittenRecord {
  const unknown = Object.keys(record).filter((name) => !Object.hasOwn(KnownError.shape, name));
  for (const field of unknown) tell({ field, what: "Signpost has no such field; it was dropped" });
  return unknown.length === 0 ? record : omit(record, unknown);
}

const figures = ["confidence", "fix_success_rate", "evidence_count", "success_rate", "fail_rate"];

/** Rates of other collections were made up more often than counted. */
function withoutFigures(record: WrittenRecord, tell: Tell): WrittenRecord {
  const drop = (object: WrittenRecord, place: string): WrittenRecord => {
    const found = figures.filter((name) => typeof object[name] === "number");
    for (const name of found) tell({ field: `${place}${name}`, what: "the figure was dropped" });
    return omit(object, figures);
  };
  const own = drop(record, "");
  const cures = mapObjects(own, "workarounds", (cure, at) => drop(cure, `workarounds[${at}].`));
  return mapObjects(cures, "dead_ends", (end, at) => drop(end, `dead_ends[${at}].`));
}

function withKnownCategory(record: WrittenRecord, tell: Tell): WrittenRecord {
  const category = textOf(record["category"]);
  if (isCategory(category)) return record;
  tell({ field: "category", what: `"${category}" is not on the list; runtime_error stands in` });
  return { ...record, category: "runtime_error" };
}

function withoutUselessRegex(record: WrittenRecord, tell: Tell): WrittenRecord {
  const regex = textOf(record["regex"]);
  const reason = regex === "" ? null : regexProblem(regex, textOf(record["signature"]));
  if (reason === null) return record;
  tell({ field: "regex", what: `it was dropped: ${reason}` });
  return omit(record, ["regex"]);
}

function regexProblem(regex: string, signature: string): string | null {
  const compiled = compilePattern(regex);
  if (!compiled.ok) return `the regex ${compiled.problem}`;
  const pattern = openPattern(compiled.pattern);
  const hits = (text: string): boolean => {
    const { text: plain } = plainText(text);
    return findPattern(pattern, plain, foldCase(plain)) !== null;
  };
  if (!hits(signature)) return "it misses the record's own signature";
  return ordinaryTexts.some(hits) ? "it matches ordinary text" : null;
}

/** Links lead to hosts that are known, or nowhere. */
function withoutUnknownLinks(record: WrittenRecord, tell: Tell): WrittenRecord {
  const mend = (object: WrittenRecord, place: string): WrittenRecord => {
    const sources = textsOf(object["sources"]);
    const known = sources.filter(hasKnownLinks);
    if (known.length === sources.length) return object;
    const dropped = sources.filter((source) => !known.includes(source)).join(", ");
    tell({ field: `${place}sources`, what: `links to unknown hosts were dropped: ${dropped}` });
    return { ...object, sources: known };
  };
  const own = mend(record, "");
  const cures = mapObjects(own, "workarounds", (cure, at) => mend(cure, `workarounds[${at}].`));
  const ends = mapObjects(cures, "dead_ends", (end, at) => mend(end, `dead_ends[${at}].`));
  const url = textOf(ends["official_doc_url"]);
  if (hasKnownLinks(url)) return ends;
  tell({ field: "official_doc_url", what: `the link to an unknown host was dropped: ${url}` });
  return omit(ends, ["official_doc_url"]);
}

/** Advice that runs a stranger's script, or links to a download or to an unknown host, stays behind. */
function withoutUnsafeAdvice(record: WrittenRecord, tell: Tell): WrittenRecord {
  const keep = (field: string): unknown[] => {
    const list: unknown = record[field];
    if (!Array.isArray(list)) return [];
    return list.filter((item: unknown, index) => {
      const reason = dangerOf(JSON.stringify(item));
      if (reason !== null) tell({ field: `${field}[${index}]`, what: `it was dropped: ${reason}` });
      return reason === null;
    });
  };
  return { ...record, workarounds: keep("workarounds"), dead_ends: keep("dead_ends") };
}

function dangerOf(text: string): string | null {
  if (isUnsafe(text)) return "it runs a downloaded script or links to a download";
  return hasKnownLinks(text) ? null : "it links to an unknown host";
}

/** A record that claims nothing, or nothing known, is taken for generated. */
function withTier(record: WrittenRecord): WrittenRecord {
  return { ...record, verification_tier: textOf(record["verification_tier"]) || "ai_generated" };
}

function hasKnownLinks(text: string): boolean {
  return linksIn(text).every(isKnownHost);
}
