import { types } from "node:util";
import type { CompiledError, CompiledKnowledge } from "./compiled-knowledge.ts";
import type { LiteralIndex } from "./literal-index.ts";
import type { WindowTable } from "./window-table.ts";

/** Compiled known errors as they are stored: those that nobody asks for are never taken apart again. */
export interface StoredKnowledge extends Omit<CompiledKnowledge, "errorAt"> {
  /** Known error `n` as JSON in UTF-8 is `records[recordStarts[n] .. recordStarts[n + 1])`. */
  readonly records: Uint8Array;
  readonly recordStarts: Uint32Array;
}

export function storeKnowledge({ errorAt, ...rest }: CompiledKnowledge): StoredKnowledge {
  const encoder = new TextEncoder();
  const texts = Array.from({ length: rest.size }, (_, owner) =>
    encoder.encode(JSON.stringify(errorAt(owner))),
  );
  const recordStarts = new Uint32Array(rest.size + 1);
  texts.forEach(({ length }, owner) => {
    recordStarts[owner + 1] = (recordStarts[owner] ?? 0) + length;
  });
  const records = new Uint8Array(recordStarts[rest.size] ?? 0);
  texts.forEach((text, owner) => records.set(text, recordStarts[owner]));
  return { ...rest, records, recordStarts };
}

export function restoreKnowledge({
  records,
  recordStarts,
  ...rest
}: StoredKnowledge): CompiledKnowledge {
  const decoder = new TextDecoder();
  return {
    ...rest,
    errorAt(owner): CompiledError {
      const record = records.subarray(recordStarts[owner], recordStarts[owner + 1]);
      return JSON.parse(decoder.decode(record));
    },
  };
}

/** Whether a value that was read from somewhere has the form that is stored; records are not looked into. */
export function isStoredKnowledge(value: unknown): value is StoredKnowledge {
  if (!isObject(value)) return false;
  const { size, problems, described, words, packages, records, recordStarts } = value;
  return (
    typeof size === "number" &&
    Array.isArray(problems) &&
    types.isUint8Array(records) &&
    types.isUint32Array(recordStarts) &&
    recordStarts.length === size + 1 &&
    recordStarts[size] === records.length &&
    types.isUint32Array(described) &&
    types.isMap(words) &&
    types.isMap(packages) &&
    isLiteralIndex(value["patterns"], size) &&
    isLiteralIndex(value["wordings"], size)
  );
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
