import { types } from "node:util";
import type { CompiledKnowledge } from "./compiled-knowledge.ts";
import type { LiteralIndex } from "./literal-index.ts";
import type { PackedRecords } from "./packed-records.ts";
import type { SymptomIndex } from "./symptom-index.ts";
import type { WindowTable } from "./window-table.ts";

/** Whether a value that was read from somewhere has the form of compiled knowledge; records are not looked into. */
export function isCompiledKnowledge(value: unknown): value is CompiledKnowledge {
  if (!isObject(value)) return false;
  const { size, problems, words, packages } = value;
  return (
    typeof size === "number" &&
    Array.isArray(problems) &&
    types.isMap(words) &&
    types.isMap(packages) &&
    arePackedRecords(value["errors"], size) &&
    arePackedRecords(value["regexes"], size) &&
    isLiteralIndex(value["patterns"], size) &&
    isLiteralIndex(value["wordings"], size) &&
    isSymptomIndex(value["symptoms"], size)
  );
}

/** Whether a value holds so many packed records. */
export function arePackedRecords(value: unknown, size: number): value is PackedRecords<never> {
  if (!isObject(value)) return false;
  const { bytes, starts } = value;
  return (
    types.isUint8Array(bytes) &&
    types.isUint32Array(starts) &&
    starts.length === size + 1 &&
    starts[size] === bytes.length
  );
}

function isSymptomIndex(value: unknown, size: number): value is SymptomIndex {
  return isObject(value) && types.isMap(value["stems"]) && isLiteralIndex(value["han"], size);
}

function isLiteralIndex(value: unknown, size: number): value is LiteralIndex {
  if (!isObject(value)) return false;
  const { owners, unindexed, needleOwners, anchors, anchorStarts, arePairsHan } = value;
  return (
    owners === size &&
    types.isUint32Array(unindexed) &&
    types.isUint32Array(needleOwners) &&
    types.isUint16Array(anchors) &&
    types.isUint32Array(anchorStarts) &&
    anchorStarts.length === needleOwners.length + 1 &&
    typeof arePairsHan === "number" &&
    [value["wide"], value["narrow"], value["pairs"]].every(isWindowTable)
  );
}

function isWindowTable(value: unknown): value is WindowTable {
  if (!isObject(value)) return false;
  const { bitmap, starts, entries } = value;
  return (
    types.isUint32Array(bitmap) &&
    types.isUint32Array(starts) &&
    types.isInt32Array(entries) &&
    isPowerOfTwo(bitmap.length) &&
    isPowerOfTwo(starts.length - 1) &&
    entries.length === 3 * (starts.at(-1) ?? 0)
  );
}

function isPowerOfTwo(value: number): boolean {
  return value > 0 && (value & (value - 1)) === 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
