import { KnownError } from "../knowledge/known-error.ts";
import { compileKnowledge } from "../match/knowledge-base.ts";
import { diagnosedIds } from "../lint/collection.ts";
import { ordinaryTexts } from "../lint/prose.ts";
import { isObject, repairRecord } from "../lint/repair.ts";
import type { Repair, WrittenRecord } from "../lint/repair.ts";
import { explainSchemaIssue, fieldPathOf } from "../knowledge/schema-problem.ts";
import { formatFieldPath } from "../knowledge/field-path.ts";
import { shapeOf } from "./flat-record.ts";
import { importSteps } from "./import-steps.ts";

/** What became of one record of another collection. */
export type Imported =
  | { kind: "imported"; id: string; record: WrittenRecord; repairs: Repair[] }
  | { kind: "refused"; reason: string; repairs: Repair[] };

/**
 * Makes a known error out of a record of another collection, in the flat or the nested form, or says
 * why it cannot be one. What it claims without a source is dropped.
 */
export function importRecord(value: unknown): Imported {
  if (!isObject(value) || shapeOf(value) === null)
    return refused("it is no known error: neither signature nor error.signature is there");
  const { record, repairs } = repairRecord(value, importSteps);
  const parsed = KnownError.safeParse(record);
  if (!parsed.success) {
    const reasons = parsed.error.issues.slice(0, 3).map((issue) => {
      const field = formatFieldPath(fieldPathOf(issue)) ?? "the record";
      return `${field}: ${explainSchemaIssue(issue, record).message}`;
    });
    return refused(reasons.join("; "), repairs);
  }
  const taken = ordinaryTextTaken(parsed.data);
  if (taken !== null)
    return refused(`it answers to ordinary text: ${JSON.stringify(taken.slice(0, 80))}`, repairs);
  return { kind: "imported", id: parsed.data.id, record, repairs };
}

function refused(reason: string, repairs: Repair[] = []): Imported {
  return { kind: "refused", reason, repairs };
}

function ordinaryTextTaken(knownError: KnownError): string | null {
  const knowledge = compileKnowledge([knownError]);
  return ordinaryTexts.find((text) => diagnosedIds(text, knowledge, true).length > 0) ?? null;
}
