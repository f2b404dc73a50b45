import { effectOf } from '../language/registry.ts';
import type { Promotion } from '../language/rule.ts';
import type { Settings } from '../language/settings.ts';
import { priorityOf } from '../language/stacking-shape.ts';
import { ownStepOf, stepOf } from './steps.ts';

/** Which of two promotions plays first, as far as it is certain before any receipt. */
export type Order = 'before' | 'after' | 'same-group';

/** The half of its phase in which a promotion stands, by its effects. */
export function halfOf({ then }: Promotion): '1a' | '8b' | null {
  for (const use of then) {
    const { half } = effectOf(use.effect);
    if (half !== null) return half;
  }
  return null;
}

/** The step whose groups a promotion belongs to, whether or not it excludes all others. */
export function groupStepOf(promotion: Promotion): number {
  return ownStepOf(promotion, halfOf(promotion));
}

/** Whether two promotions can ever be decided together: by what happens, and in which programme. */
export function canMeet(a: Promotion, b: Promotion): boolean {
  const isOneTrigger = (a.trigger ?? 'receipt') === (b.trigger ?? 'receipt');
  const [p, q] = [a.programmeCode, b.programmeCode];
  return isOneTrigger && (p === undefined || q === undefined || p === q);
}

/** When `a` plays, seen from `b`: steps, then turns, then codes of groups. */
export function orderOf(a: Promotion, b: Promotion): Order {
  const steps = stepOf(a, groupStepOf(a)) - stepOf(b, groupStepOf(b));
  if (steps !== 0) return steps < 0 ? 'before' : 'after';
  const turns = (b.stacking.turn ?? 0) - (a.stacking.turn ?? 0);
  if (turns !== 0) return turns < 0 ? 'before' : 'after';
  if (a.stacking.group === b.stacking.group) return 'same-group';
  return a.stacking.group < b.stacking.group ? 'before' : 'after';
}

/** Whether `a` comes before `b` in the order of their group: higher priority, then code. */
export function comesFirst(a: Promotion, b: Promotion): boolean {
  const [own, other] = [priorityOf(a), priorityOf(b)];
  return own === other ? a.code < b.code : own > other;
}

/** Whether `b` can have applied when `a`, which requires it, is looked at. */
export function canStandBefore(b: Promotion, a: Promotion, settings: Settings): boolean {
  if (!canMeet(a, b)) return false;
  const order = orderOf(b, a);
  if (order !== 'same-group') return order === 'before';
  const isLate = b.stacking.isAlways === true;
  // Always-promotions play after the winners of their group, in order among themselves.
  if (a.stacking.isAlways === true) return !isLate || comesFirst(b, a);
  const policy = a.stacking.policy ?? settings.policy;
  return !isLate && (policy === 'sum' || policy === 'chain') && comesFirst(b, a);
}
