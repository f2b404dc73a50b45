import type { Selection } from '../select/selection.ts';
import type { Basket } from './basket.ts';

/** What hides units from a promotion. */
export type Sight = {
  /** Bits of a slice's state. */
  readonly takenBy: number;
  /** LINE_… bits. */
  readonly lockedBy: number;
};

/** No bound on the number of sets. */
export const SETS_UNBOUNDED = 1_000_000_000;

/** The receipt as one promotion sees it while it selects. */
export type View = {
  basket: Basket;
  /** What units cost when they are compared: the group's base, or the price as it stands. */
  prices: Float64Array;
  sight: Sight;
  /** At most so many sets; the selector's own bound may be lower. */
  setsMax: number;
  /** The search behind what was selected; null = there was none. */
  search: FoundDeal | null;
  /** Nodes that a search may look at. */
  readonly dealNodes: number;
};

/** How good a plan of sets is. */
export type FoundDeal = {
  readonly value: number;
  readonly proved: boolean;
  readonly gapKopecks: number;
};

/** A selector ready to pick: fills an empty `into` with what it picks of the units that it sees. */
export type CompiledSelector = (view: View, into: Selection) => void;

/** Whether the promotion may see everything: nobody has taken or locked anything that hides from it. */
export function isAllFree({ basket, sight }: View): boolean {
  return (basket.sliceMarks & sight.takenBy) === 0 && (basket.lineMarks & sight.lockedBy) === 0;
}

/** Whether the promotion may see the units of a slice. */
export function isFree({ basket, sight }: View, slice: number): boolean {
  const { state, line } = basket.slices;
  if (((state[slice] ?? 0) & sight.takenBy) !== 0) return false;
  return ((basket.lineState[line[slice] ?? 0] ?? 0) & sight.lockedBy) === 0;
}
