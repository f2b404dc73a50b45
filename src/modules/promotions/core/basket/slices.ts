/** Bits of a slice's state. */
export const USED_IN_PHASE = 1;
export const USED_UP = 2;
/** It was a target or a companion of an applied promotion, in this phase or in an earlier one. */
export const TOUCHED_NOW = 4;
export const TOUCHED_BEFORE = 8;
export const NOT_FREE = USED_IN_PHASE | USED_UP;

/**
 * Runs of units that have had the same fate, in unit order: places 0 … count − 1 of every array. Sums are
 * those of the whole run; see docs/engine.md 1.3.
 */
export type Slices = {
  count: number;
  /** Room in the arrays. */
  capacity: number;
  /** Places that have been split, in order of splitting: what was found before a split is stale after it. */
  readonly splits: number[];
  /** Place of its line in the basket. */
  line: Int32Array;
  units: Int32Array;
  milli: Float64Array;
  gross: Float64Array;
  /** What is left when phase 1, 3, 5 has ended; not to be read before. */
  initial: Float64Array;
  afterLines: Float64Array;
  afterBasket: Float64Array;
  /** The price as it was when the group now playing began. */
  base: Float64Array;
  /** What is left now. */
  price: Float64Array;
  floor: Float64Array;
  /** Paid by points, in kopecks. */
  paid: Float64Array;
  state: Uint8Array;
  /** Working space for amounts that are worked out; read at once. */
  scratch: Float64Array;
  /** First slice of each line, and one more place: `count`. */
  first: Int32Array;
};

/** Slices with room for so many of them and so many lines. */
export function newSlices(capacity: number, lines: number): Slices {
  return {
    count: 0,
    capacity,
    splits: [],
    line: new Int32Array(capacity),
    units: new Int32Array(capacity),
    milli: new Float64Array(capacity),
    gross: new Float64Array(capacity),
    initial: new Float64Array(capacity),
    afterLines: new Float64Array(capacity),
    afterBasket: new Float64Array(capacity),
    base: new Float64Array(capacity),
    price: new Float64Array(capacity),
    floor: new Float64Array(capacity),
    paid: new Float64Array(capacity),
    state: new Uint8Array(capacity),
    scratch: new Float64Array(capacity),
    first: new Int32Array(lines + 1),
  };
}

/** Makes room for so many slices, and for so many lines; what is there stays. */
export function reserveSlices(slices: Slices, capacity: number, lines: number): void {
  if (slices.first.length <= lines)
    slices.first = moved(slices.first, new Int32Array(lines * 2 + 1));
  if (slices.capacity >= capacity) return;
  const size = Math.max(capacity, slices.capacity * 2);
  slices.capacity = size;
  slices.line = moved(slices.line, new Int32Array(size));
  slices.units = moved(slices.units, new Int32Array(size));
  slices.milli = grown(slices.milli, size);
  slices.gross = grown(slices.gross, size);
  slices.initial = grown(slices.initial, size);
  slices.afterLines = grown(slices.afterLines, size);
  slices.afterBasket = grown(slices.afterBasket, size);
  slices.base = grown(slices.base, size);
  slices.price = grown(slices.price, size);
  slices.floor = grown(slices.floor, size);
  slices.paid = grown(slices.paid, size);
  const state = new Uint8Array(size);
  state.set(slices.state);
  slices.state = state;
  slices.scratch = new Float64Array(size);
}

/** The same amounts in a longer array. */
export function grown(amounts: Float64Array, size: number): Float64Array {
  const longer = new Float64Array(size);
  longer.set(amounts);
  return longer;
}

function moved(from: Int32Array, to: Int32Array): Int32Array {
  to.set(from);
  return to;
}
