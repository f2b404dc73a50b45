import type { Basket } from '../basket/basket.ts';
import type { Selection } from '../select/selection.ts';

/**
 * A value field of a promotion, ready to be worked out: an integer, or a formula over the receipt. The
 * JSON forms, the parameter's schema and `compileValue` are in `values/`.
 */
export type CompiledValue = {
  /** The integer itself, when nothing has to be worked out. */
  readonly fixed: number | null;
  /** It differs per line: `at` must be given a line. */
  readonly isPerLine: boolean;
  /** It reads what the promotion selects: `at` must be given a selection. */
  readonly readsSelection: boolean;
  /**
   * Works it out.
   * @param selection what the promotion selects now; null = nothing, or nobody asked
   * @param line      place in `basket.lines`, or -1 when there is one number for all
   * @returns         integer within ±10¹³; a field that knows no negatives takes 0 for them
   */
  readonly at: (basket: Basket, selection: Selection | null, line: number) => number;
};

/** A value that is just a number. */
export function fixedValue(value: number): CompiledValue {
  return { fixed: value, isPerLine: false, readsSelection: false, at: () => value };
}
