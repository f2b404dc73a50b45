import type { Promotion } from '../language/rule.ts';

/**
 * The steps of a decision in order: phases, their halves, and the two preludes in which promotions that
 * exclude all others play; see docs/engine.md 3.
 */
export const STEP = {
  identify: 0,
  floors: 1,
  pricePrelude: 2,
  price: 3,
  lines: 4,
  sets: 5,
  basket: 6,
  coupons: 7,
  correction: 8,
  redemption: 9,
  pointsPrelude: 10,
  accrual: 11,
  multiplying: 12,
  followUps: 13,
  afterConfirm: 14,
} as const;

/** How many steps there are. */
export const STEPS = 15;

/** What an exclusive promotion excludes others from: prices (1b … 5) or accruals (8a, 8b). */
export type Domain = 'none' | 'price' | 'points';

const BY_PHASE: readonly number[] = [
  STEP.identify,
  STEP.price,
  STEP.lines,
  STEP.sets,
  STEP.basket,
  STEP.coupons,
  STEP.correction,
  STEP.redemption,
  STEP.accrual,
  STEP.followUps,
  STEP.afterConfirm,
];

/** The step at which a promotion would play if it did not exclude all others. */
export function ownStepOf(promotion: Promotion, half: '1a' | '8b' | null): number {
  if (half === '1a') return STEP.floors;
  if (half === '8b') return STEP.multiplying;
  return BY_PHASE[promotion.phase] ?? STEP.afterConfirm;
}

/** What a step's promotions compete for. */
export function domainOf(step: number): Domain {
  if (step >= STEP.pricePrelude && step <= STEP.coupons) return 'price';
  return step >= STEP.pointsPrelude && step <= STEP.multiplying ? 'points' : 'none';
}

/** The step at which a promotion plays. */
export function stepOf(promotion: Promotion, ownStep: number): number {
  if (promotion.stacking.exclusive !== 'all') return ownStep;
  return domainOf(ownStep) === 'price' ? STEP.pricePrelude : STEP.pointsPrelude;
}

/** Whether only members have promotions of this step. */
export function isForMembers(step: number): boolean {
  return step >= STEP.redemption && step <= STEP.multiplying;
}
