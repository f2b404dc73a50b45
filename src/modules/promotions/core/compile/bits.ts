/** One bit per promotion of a deck: bit i mod 32 of word ⌊i / 32⌋. */
export type Bits = Uint32Array;

/** Bits that are only read; words may be signed. */
export type ReadonlyBits = ArrayLike<number>;

/** No bit of so many set. */
export function noBits(count: number): Bits {
  return new Uint32Array((count + 31) >>> 5);
}

/** Every bit of so many set, none beyond. */
export function allBits(count: number): Bits {
  const bits = noBits(count).fill(0xffff_ffff);
  const rest = count & 31;
  if (rest > 0) bits[bits.length - 1] = (1 << rest) - 1;
  return bits;
}

/** Sets bit i. */
export function setBit(bits: Bits, i: number): void {
  const word = i >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (i & 31));
}

/** Clears bit i. */
export function clearBit(bits: Bits, i: number): void {
  const word = i >>> 5;
  bits[word] = (bits[word] ?? 0) & ~(1 << (i & 31));
}

/** Whether bit i is set. */
export function hasBit(bits: ReadonlyBits, i: number): boolean {
  return ((bits[i >>> 5] ?? 0) & (1 << (i & 31))) !== 0;
}

/** The first set bit at `from` or behind it, before `to`; −1 = none. */
export function nextBit(bits: Bits, from: number, to: number): number {
  let word = from >>> 5;
  const last = (to - 1) >>> 5;
  if (from >= to) return -1;
  // Bits before `from` in its word do not count.
  let present = (bits[word] ?? 0) & (-1 << (from & 31));
  while (present === 0) {
    word += 1;
    if (word > last) return -1;
    present = bits[word] ?? 0;
  }
  const found = (word << 5) + 31 - Math.clz32(present & -present);
  return found < to ? found : -1;
}

/** Bits as lower-case hex, byte by byte: bit i is bit i mod 8 of byte ⌊i / 8⌋. @param count of bits */
export function hexOf(bits: ReadonlyBits, count: number): string {
  let hex = '';
  for (let byte = 0; byte < (count + 7) >>> 3; byte += 1) {
    const value = ((bits[byte >>> 2] ?? 0) >>> ((byte & 3) << 3)) & 0xff;
    hex += value.toString(16).padStart(2, '0');
  }
  return hex;
}
