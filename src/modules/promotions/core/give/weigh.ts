import { allocateExactly } from '#shared/allocate.ts';
import type { Trial } from '../play/trial.ts';

/** How much there is at a place of the selection, and what each of it counts. */
export type Weighing = {
  readonly amountAt: (place: number) => number;
  readonly factorAt: (place: number) => number;
  /** What all of it together gives, a safe integer ≥ 0. */
  readonly resultOf: (total: number | bigint) => number;
};

/**
 * Multiplies place by place, exactly. `trial.amounts` then shares the result out: it holds the products, or,
 * when these are beyond the safe integers, the parts of the result.
 * @returns the result
 */
export function weigh({ amounts, selection }: Trial, weighing: Weighing): number {
  const { amountAt, factorAt, resultOf } = weighing;
  let total = 0;
  const factors = new Float64Array(selection.count);
  for (let place = 0; place < selection.count; place += 1) {
    amounts[place] = amountAt(place);
    factors[place] = factorAt(place);
    total += (amounts[place] ?? 0) * (factors[place] ?? 0);
  }
  // No product exceeds their sum, and a sum that was rounded is beyond the safe integers too.
  if (total <= Number.MAX_SAFE_INTEGER) {
    factors.forEach((factor, place) => {
      amounts[place] = (amounts[place] ?? 0) * factor;
    });
    return resultOf(total);
  }
  const exact = [...factors].map((factor, place) => BigInt(amounts[place] ?? 0) * BigInt(factor));
  const result = resultOf(exact.reduce((all, one) => all + one, 0n));
  amounts.set(allocateExactly(result, exact));
  return result;
}
