import {
  LINE_GIVEN_POINTS,
  LINE_GIVEN_PRICE,
  LINE_LOCKED_POINTS,
  LINE_LOCKED_PRICE,
} from '../basket/basket.ts';
import { USED_IN_PHASE, USED_UP } from '../basket/slices.ts';
import type { Sight } from '../basket/view.ts';
import type { Promotion } from '../language/rule.ts';
import { type Domain, domainOf, isForMembers, ownStepOf, stepOf } from './steps.ts';

/** How a promotion stands to others, as numbers that the kernel works with. */
export type Standing = {
  /** Where it plays, and where it would if it did not exclude all others. */
  readonly step: number;
  readonly ownStep: number;
  readonly domain: Domain;
  readonly isForMembers: boolean;
  readonly isAlways: boolean;
  /** Alone in its group. */
  readonly isExclusiveInGroup: boolean;
  /** Alone in its domain. */
  readonly isExclusiveOfAll: boolean;
  readonly sight: Sight;
  /** Bit that its gifts leave on a line, and the one that locks the line; 0 = none. */
  readonly marksGiven: number;
  readonly marksLocked: number;
  /** Bit that its units get; 0 = others may use them. */
  readonly marksUnits: number;
};

/**
 * Works out how a promotion stands.
 * @param half of its phase, when an effect belongs to one
 */
export function standingOf(promotion: Promotion, half: '1a' | '8b' | null): Standing {
  const { stacking } = promotion;
  const ownStep = ownStepOf(promotion, half);
  const domain = domainOf(ownStep);
  const isAlways = stacking.isAlways ?? false;
  const exclusive = isAlways ? undefined : stacking.exclusive;
  const given = GIVEN[domain];
  const locked = LOCKED[domain];
  return {
    step: isAlways ? ownStep : stepOf(promotion, ownStep),
    ownStep,
    domain,
    isForMembers: isForMembers(ownStep),
    isAlways,
    isExclusiveInGroup: exclusive === 'group',
    isExclusiveOfAll: exclusive === 'all',
    sight: {
      takenBy: domain === 'price' ? USED_IN_PHASE | USED_UP : USED_IN_PHASE,
      lockedBy: isAlways ? 0 : exclusive === 'line' ? locked | given : locked,
    },
    marksGiven: isAlways ? 0 : given,
    marksLocked: exclusive === 'line' ? locked : 0,
    marksUnits: UNITS[stacking.takesUnits ?? (promotion.phase === 3 ? 'phase' : 'no')],
  };
}

const GIVEN: Readonly<Record<Domain, number>> = {
  none: 0,
  price: LINE_GIVEN_PRICE,
  points: LINE_GIVEN_POINTS,
};

const LOCKED: Readonly<Record<Domain, number>> = {
  none: 0,
  price: LINE_LOCKED_PRICE,
  points: LINE_LOCKED_POINTS,
};

const UNITS = { no: 0, phase: USED_IN_PHASE, receipt: USED_UP } as const;
