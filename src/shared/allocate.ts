import { assert } from './assert.ts';
import { mulDivFloor } from './ratio.ts';

/**
 * Splits `total` in proportion to `weights` by the largest remainder (Hamilton's method), ties to the
 * earlier place, so the parts are integers and sum to `total` exactly.
 * @param total   safe integer ≥ 0
 * @param weights safe integers ≥ 0, at least one; when all are 0, `total` must be 0
 * @returns       one part per weight, in order
 * @throws Error when the bounds are broken
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  assert(weights.length > 0, 'weights must not be empty');
  const sum = weights.reduce((a, b) => a + b, 0);
  assert(Number.isSafeInteger(sum), 'the sum of weights must be a safe integer');
  if (sum === 0) {
    assert(total === 0, 'a total cannot be split over zero weights');
    return weights.map(() => 0);
  }
  const parts = weights.map((weight) => mulDivFloor(total, weight, sum));
  let left = total - parts.reduce((a, b) => a + b, 0);
  if (left === 0) return parts;
  for (const place of byRemainder(total, weights, sum)) {
    if (left === 0) break;
    parts[place] = (parts[place] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

/**
 * The same for weights of any size.
 * @param weights ≥ 0, not all 0
 */
export function allocateExactly(total: number, weights: readonly bigint[]): number[] {
  const sum = weights.reduce((all, one) => all + one, 0n);
  assert(sum > 0n, 'a total cannot be split over zero weights');
  const products = weights.map((weight) => BigInt(total) * weight);
  const parts = products.map((product) => Number(product / sum));
  let left = total - parts.reduce((all, one) => all + one, 0);
  const rest = products.map((product, place) => ({ place, remainder: product % sum }));
  rest.sort((a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder));
  for (const { place } of rest) {
    if (left === 0) break;
    parts[place] = (parts[place] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

function byRemainder(total: number, weights: readonly number[], sum: number): number[] {
  const remainders = weights.map((weight) => remainderOf(total, weight, sum));
  return weights
    .map((_, place) => place)
    .sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
}

/** total × weight mod sum, exact; below `sum`, so a safe integer. */
function remainderOf(total: number, weight: number, sum: number): number {
  const product = total * weight;
  if (product <= Number.MAX_SAFE_INTEGER) return product % sum;
  return Number((BigInt(total) * BigInt(weight)) % BigInt(sum));
}
