import type { Rule } from '../compile/ranked-rule.ts';
import type { PlannedPart } from '../select/planned-part.ts';
import type { PlayedDeal } from './play.ts';
import type { Trial } from './trial.ts';
import type { Tried } from './try-rule.ts';

/** A member of a group that plays: its try, and what the group makes of it. */
export type Seat = {
  rule: Rule;
  readonly trial: Trial;
  tried: Tried;
  isStanding: boolean;
  isWinner: boolean;
  outbidBy: Rule | null;
  /** Lines that it has won, one place per line; null = all it touches. */
  lines: Uint8Array | null;
  /** Its part of a plan that was found for all; it is worked out at its turn. */
  plan: PlannedPart | null;
  /** At most so many sets, by its own bound and its limits. */
  setsMax: number;
  search: PlayedDeal | null;
};
