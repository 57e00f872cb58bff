import { isObject, textOf, textsOf } from "../lint/repair.ts";
import type { RepairStep, WrittenRecord } from "../lint/repair.ts";

/** Shape in which a collection writes its records. */
export type RecordShape = "flat" | "nested";

/** Which shape a record has; `null` for an object that is no known error. */
export function shapeOf(record: WrittenRecord): RecordShape | null {
  if (textOf(record["signature"]) !== "") return "flat";
  const { error } = record;
  return isObject(error) && textOf(error["signature"]) !== "" ? "nested" : null;
}

/**
 * Turns a record of the nested form (`error.signature`, `verdict`, `environment.runtime`, as in the
 * collection deadends.dev, github.com/dbwls99706/deadends.dev) into the flat one that Signpost loads.
 */
export const flatten: RepairStep = (record, tell) => {
  const { error, verdict, metadata } = record;
  if (!isObject(error)) return record;
  tell({ field: "error", what: "the nested form was turned into the flat one" });
  const versions = versionsOf(record);
  return {
    id: textOf(record["id"]),
    signature: textOf(error["signature"]),
    ...(textOf(error["regex"]) !== "" && { regex: error["regex"] }),
    domain: textOf(error["domain"]),
    category: textOf(error["category"]),
    root_cause: rootCauseOf(error, verdict),
    ...(versions.length > 0 && { versions }),
    dead_ends: record["dead_ends"] ?? [],
    workarounds: record["workarounds"] ?? [],
    transition_graph: graphOf(record["transition_graph"]),
    verification_tier: "ai_generated",
    sources: sourcesOf(record),
    last_confirmed: textOf(error["last_confirmed"]) || lastVerification(metadata),
    ...figuresOf(verdict),
  };
};

function rootCauseOf(error: WrittenRecord, verdict: unknown): string {
  const told = textOf(error["root_cause"]);
  return told !== "" || !isObject(verdict) ? told : textOf(verdict["summary"]);
}

function lastVerification(metadata: unknown): string {
  return isObject(metadata) ? textOf(metadata["last_verification"]) : "";
}

/** Carried over so that the import can tell that they were dropped. */
function figuresOf(verdict: unknown): WrittenRecord {
  if (!isObject(verdict)) return {};
  const { confidence, fix_success_rate } = verdict;
  return { confidence, fix_success_rate };
}

/** `{"name": "torch", "version_range": ">=2.0"}` as `torch>=2.0`. */
function versionsOf(record: WrittenRecord): WrittenRecord[] {
  const { environment } = record;
  const runtime = isObject(environment) ? environment["runtime"] : record["runtime"];
  if (!isObject(runtime)) return [];
  const name = textOf(runtime["name"]).toLowerCase();
  const range = textOf(runtime["version_range"]);
  return /^[a-z][\w.-]*$/.test(name) && /^[<>=~!^]/.test(range)
    ? [{ version: `${name}${range}` }]
    : [];
}

function graphOf(graph: unknown): WrittenRecord {
  const of = (name: string): string[] => {
    const list = isObject(graph) ? graph[name] : null;
    if (!Array.isArray(list)) return [];
    return list.flatMap((item: unknown) => {
      const id = isObject(item) ? textOf(item["error_id"]) || textOf(item["id"]) : textOf(item);
      return id === "" ? [] : [id];
    });
  };
  return {
    leads_to: of("leads_to"),
    preceded_by: of("preceded_by"),
    frequently_confused_with: of("frequently_confused_with"),
  };
}

/** What the record itself cites, and what its cures and dead ends do. */
function sourcesOf(record: WrittenRecord): string[] {
  const entries = [record["dead_ends"], record["workarounds"]].flatMap((list) =>
    Array.isArray(list) ? list.filter(isObject) : [],
  );
  const cited = [record, ...entries].flatMap(({ sources }) => textsOf(sources));
  return [...new Set(cited)];
}
