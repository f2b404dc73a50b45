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

/** What ⌊a · num / den⌋ leaves: a · num mod den. Bounds and errors as in {@link mulDivFloor}. */
export function mulMod(a: number, num: number, den: number): number {
  checkOperands(a, num, den);
  const product = a * num;
  if (product <= Number.MAX_SAFE_INTEGER) return product % den;
  return Number((BigInt(a) * BigInt(num)) % BigInt(den));
}

/** ⌈a · num / den⌉. Bounds and errors as in {@link mulDivFloor}. */
export function mulDivCeil(a: number, num: number, den: number): number {
  checkOperands(a, num, den);
  const product = a * num;
  if (product <= Number.MAX_SAFE_INTEGER) return Math.ceil(product / den);
  return toSafe((BigInt(a) * BigInt(num) + BigInt(den) - 1n) / BigInt(den));
}

/**
 * ⌊product of factors / product of divisors⌋, exact for safe integers and big ones, divisors > 0.
 * @throws Error when the result is not a safe integer
 */
export function productDivFloor(
  factors: readonly (number | bigint)[],
  divisors: readonly number[],
): number {
  const [above, below] = [factors.map(Number).reduce(times, 1), divisors.reduce(times, 1)];
  if (above <= Number.MAX_SAFE_INTEGER && below <= Number.MAX_SAFE_INTEGER) {
    return Math.floor(above / below);
  }
  const exact = (list: readonly (number | bigint)[]) =>
    list.reduce<bigint>((all, one) => all * BigInt(one), 1n);
  return toSafe(exact(factors) / exact(divisors));
}

function times(a: number, b: number): number {
  return a * b;
}

/**
 * ⌊a / b⌋ for integers a ≥ 0 and b > 0, unchecked, for inner loops: below 2⁵³ the quotient of doubles never
 * rounds up to the next integer, since that lies at least one part in a away.
 */
export function divFloor(a: number, b: number): number {
  return Math.floor(a / b);
}

/**
 * A share of an amount, rounded to the nearest, halves up: for inner loops, so operands are not checked.
 * @param amount      safe integer ≥ 0 @param basisPoints 0 … 10,000
 */
export function shareHalfUp(amount: number, basisPoints: number): number {
  const doubled = 2 * amount * basisPoints + 10_000;
  if (doubled > Number.MAX_SAFE_INTEGER) return mulDivHalfUp(amount, basisPoints, 10_000);
  return Math.floor(doubled / 20_000);
}

/** The same, rounded down. */
export function shareFloor(amount: number, basisPoints: number): number {
  const product = amount * basisPoints;
  if (product > Number.MAX_SAFE_INTEGER) return mulDivFloor(amount, basisPoints, 10_000);
  return Math.floor(product / 10_000);
}

/** Ways of rounding, by the names that rates are stored with. */
export type Rounding = 'down' | 'up' | 'half-up' | 'half-even';

/**
 * a · num / den rounded as named: `down`, `up`, to the nearest with halves up, or with halves to the even
 * neighbour (IEEE 754 roundTiesToEven). Bounds and errors as in {@link mulDivFloor}.
 */
export function mulDiv(a: number, { num, den }: Ratio, rounding: Rounding): number {
  if (rounding === 'half-up') return mulDivHalfUp(a, num, den);
  const low = mulDivFloor(a, num, den);
  if (rounding === 'down') return low;
  const twiceLeft = 2n * (BigInt(a) * BigInt(num) - BigInt(low) * BigInt(den));
  if (twiceLeft === 0n) return low;
  if (rounding === 'up') return toSafe(BigInt(low) + 1n);
  const side = twiceLeft === BigInt(den) ? low % 2 : Number(twiceLeft > BigInt(den));
  return toSafe(BigInt(low) + BigInt(side));
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
