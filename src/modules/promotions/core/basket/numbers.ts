import { divFloor, mulDivFloor, mulMod } from '#shared/ratio.ts';

/** Shares of a total: `weights` and the result are places 0 … count − 1 of arrays. */
export type Sharing = {
  /** Integer ≥ 0. */
  readonly total: number;
  /** Integers ≥ 0. */
  readonly weights: Float64Array;
  readonly count: number;
};

/** A sharing in which no part may exceed its room. */
export type Fitting = Sharing & { readonly rooms: Float64Array };

/**
 * What the first `units` of a run of `all` units are worth: odd kopecks come first, so unit k is worth
 * ⌊amount / all⌋, plus one for k < amount mod all.
 * @param amount integer ≥ 0 @param units 0 … all
 */
export function head(amount: number, units: number, all: number): number {
  if (units === all) return amount;
  const each = divFloor(amount, all);
  return units * each + Math.min(units, amount - each * all);
}

/** The sum of the first `count` places. */
export function sumOf(amounts: Float64Array, count: number): number {
  let total = 0;
  for (let i = 0; i < count; i += 1) total += amounts[i] ?? 0;
  return total;
}

/**
 * Shares a total out by the largest remainder, ties to the earlier place; all weights 0 = nothing.
 * @param into may be `weights` itself
 */
export function shareInto(into: Float64Array, { total, weights, count }: Sharing): void {
  const sum = sumOf(weights, count);
  if (sum === 0 || total === 0) {
    into.fill(0, 0, count);
    return;
  }
  reserve(count);
  // No weight exceeds their sum, so then all products are safe integers.
  const isPlain = total * sum <= Number.MAX_SAFE_INTEGER;
  let left = total;
  for (let i = 0; i < count; i += 1) {
    const weight = weights[i] ?? 0;
    const part = isPlain ? divFloor(total * weight, sum) : mulDivFloor(total, weight, sum);
    // Only places whose division leaves something can be owed more.
    remainders[i] = isPlain ? total * weight - part * sum : mulMod(total, weight, sum);
    into[i] = part;
    left -= part;
  }
  if (left > 0) handOut(into, left, count);
}

/**
 * Shares a total out with bounds: parts that exceed their room are fixed at it, the rest is shared anew.
 * Places without weight get nothing; what no place has room for is lost.
 * @param into neither `weights` nor `rooms`
 * @returns    what has been placed
 */
export function fitInto(into: Float64Array, { total, weights, rooms, count }: Fitting): number {
  let space = 0;
  reserve(count);
  for (let i = 0; i < count; i += 1) {
    const weight = weights[i] ?? 0;
    open[i] = weight;
    into[i] = 0;
    if (weight > 0) space += rooms[i] ?? 0;
  }
  const placed = Math.min(total, space);
  let left = placed;
  while (left > 0) {
    shareInto(trial, { total: left, weights: open, count });
    const fixed = fixFull(into, rooms, count);
    if (fixed < 0) break;
    left -= fixed;
  }
  return placed;
}

/** Fixes the parts that are beyond their rooms; −1 = there were none, and all parts are taken over. */
function fixFull(into: Float64Array, rooms: Float64Array, count: number): number {
  let fixed = -1;
  for (let i = 0; i < count; i += 1) {
    const room = rooms[i] ?? 0;
    if ((open[i] ?? 0) === 0 || (trial[i] ?? 0) <= room) continue;
    into[i] = room;
    open[i] = 0;
    fixed = Math.max(fixed, 0) + room;
  }
  if (fixed >= 0) return fixed;
  for (let i = 0; i < count; i += 1) {
    if ((open[i] ?? 0) > 0) into[i] = trial[i] ?? 0;
  }
  return -1;
}

/** Gives one kopeck more to each of the largest remainders. */
function handOut(into: Float64Array, left: number, count: number): void {
  if (count > SORT_FROM) {
    const places = Array.from({ length: count }, (_, i) => i);
    places.sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
    for (const place of places.slice(0, left)) into[place] = (into[place] ?? 0) + 1;
    return;
  }
  for (let n = left; n > 0; n -= 1) {
    let best = 0;
    for (let i = 1; i < count; i += 1) {
      if ((remainders[i] ?? 0) > (remainders[best] ?? 0)) best = i;
    }
    remainders[best] = -1;
    into[best] = (into[best] ?? 0) + 1;
  }
}

// Looking for the largest again and again is faster than a sort while there are few places.
const SORT_FROM = 24;

// Working space of one call; nothing is kept in it between calls.
let remainders = new Float64Array(64);
let open = new Float64Array(64);
let trial = new Float64Array(64);

function reserve(count: number): void {
  if (remainders.length >= count) return;
  remainders = new Float64Array(count * 2);
  open = new Float64Array(count * 2);
  trial = new Float64Array(count * 2);
}
