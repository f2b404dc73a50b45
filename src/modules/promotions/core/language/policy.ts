import type { Text } from '#shared/text.ts';
import type { View } from '../basket/view.ts';
import type { Choice } from '../decision.ts';
import type { Seat } from '../play/seat.ts';
import type { Policy } from './stacking-shape.ts';

/** What a group is judged by. */
export type Judging = {
  /** The receipt, and room for a search. */
  readonly view: View;
  /** The decision's list of choices. */
  readonly choices: Choice[];
  /** Code of the group. */
  readonly group: string;
};

/** What a policy's file says; see docs/engine.md 9.3. */
export type PolicyEntry = {
  readonly code: Policy;
  readonly title: Text;
  /** Members count from the group's base; otherwise from what the one before left. */
  readonly usesBase: boolean;
  /** All standers are winners, tried again at their turn; those missing for `requires` may stand before. */
  readonly isForAll: boolean;
  /**
   * Names the winners (`seat.isWinner`) and by whom the others are outbid (`seat.outbidBy`).
   * @param standers in order
   */
  readonly judge: (standers: readonly Seat[], judging: Judging) => void;
};
