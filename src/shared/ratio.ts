import { assert, broken } from './assert.ts';

/** An exact rate: `num / den`, both integers, `den` positive. */
export type Ratio = { readonly num: number; readonly den: number };

/**
 * ⌊a · num / den⌋, exact for all safe integers.
 * @param a   safe integer ≥ 0
 * @param num safe integer ≥ 0
 * @param den safe integer > 0
 * @throws Error when an argument is out of bounds or the result is not a safe integer
 */
export function mulDivFloor(a: number, num: number, den: number): number {
  checkOperands(a, num, den);
  const product = a * num;
  if (product <= Number.MAX_SAFE_INTEGER) return Math.floor(product / den);
  return toSafe((BigInt(a) * BigInt(num)) / BigInt(den));
}

/**
 * a · num / den rounded to the nearest integer, halves up; exact for all safe integers.
 * Bounds and errors as in {@link mulDivFloor}.
 */
export function mulDivHalfUp(a: number, num: number, den: number): number {
  checkOperands(a, num, den);
  const doubled = 2 * a * num + den;
  if (doubled <= Number.MAX_SAFE_INTEGER) return Math.floor(doubled / (2 * den));
  return toSafe((2n * BigInt(a) * BigInt(num) + BigInt(den)) / (2n * BigInt(den)));
}

function checkOperands(a: number, num: number, den: number): void {
  if (!isCount(a)) broken(`a must be a safe integer >= 0, got ${a}`);
  if (!isCount(num)) broken(`num must be a safe integer >= 0, got ${num}`);
  if (!isCount(den) || den === 0) broken(`den must be a safe integer > 0, got ${den}`);
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function toSafe(value: bigint): number {
  assert(value <= BigInt(Number.MAX_SAFE_INTEGER), 'the result is beyond the safe integers');
  return Number(value);
}
