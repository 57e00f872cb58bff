/** Values as JSON in UTF-8, one after the other: small, stored as they are, taken apart when needed. */
export interface PackedRecords<Value> {
  readonly bytes: Uint8Array;
  /** Record `n` is `bytes[starts[n] .. starts[n + 1])`. */
  readonly starts: Uint32Array;
  /** Never there; it names what a record is. */
  readonly record?: Value;
}

/** Packs values one by one, so that they need not be in memory together. */
export interface RecordPacker<Value> {
  add(value: Value): void;
  finish(): PackedRecords<Value>;
}

/** Packs values that are in memory. */
export function packRecords<Value>(values: readonly Value[]): PackedRecords<Value> {
  const packer = recordPacker<Value>();
  values.forEach((value) => packer.add(value));
  return packer.finish();
}

export function recordPacker<Value>(): RecordPacker<Value> {
  const encoder = new TextEncoder();
  const starts = [0];
  let bytes = new Uint8Array(1 << 16);
  let end = 0;
  return {
    add(value) {
      const json = JSON.stringify(value);
      if (bytes.length - end < json.length * 3) {
        bytes = enlarged(bytes, end + json.length * 3);
      }
      end += encoder.encodeInto(json, bytes.subarray(end)).written;
      starts.push(end);
    },
    finish: () => ({ bytes: bytes.slice(0, end), starts: Uint32Array.from(starts) }),
  };
}

/** A record as it was added, which nothing checks again. */
export function unpackRecord<Value>(packed: PackedRecords<Value>, index: number): Value {
  const { bytes, starts } = packed;
  return JSON.parse(new TextDecoder().decode(bytes.subarray(starts[index], starts[index + 1])));
}

function enlarged(bytes: Uint8Array, atLeast: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(atLeast, bytes.length * 2));
  larger.set(bytes);
  return larger;
}
