/** Hash of four UTF-16 units; the arithmetic mixes every unit into every bit. */
export function blockHash(units: Uint16Array, at: number): number {
  const low = (units[at] ?? 0) | ((units[at + 1] ?? 0) << 16);
  const high = (units[at + 2] ?? 0) | ((units[at + 3] ?? 0) << 16);
  const mixed = Math.imul(low, 0x9e_37_79_b1) ^ Math.imul(high, 0x85_eb_ca_77);
  return mixed ^ (mixed >>> 15);
}

/** Hash of eight units from the hashes of both halves. */
export function wideHash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x27_d4_eb_2f) ^ second;
  return mixed ^ (mixed >>> 13);
}

/** Hash of two units. */
export function pairHash(units: Uint16Array, at: number): number {
  const mixed = Math.imul((units[at] ?? 0) | ((units[at + 1] ?? 0) << 16), 0x9e_37_79_b1);
  return mixed ^ (mixed >>> 15);
}
