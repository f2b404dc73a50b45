import type { Accrual, Decision, EffectRecord } from '../decision.ts';

/** A decision and those of its sub-events, parents first. */
export function decisionsOf(decision: Decision): readonly Decision[] {
  if (decision.children.length === 0) return [decision];
  return [decision, ...decision.children.flatMap(decisionsOf)];
}

/** Points that a decision and its sub-events give; debits are left out. */
export function accrualsOf(decision: Decision): readonly Accrual[] {
  return decisionsOf(decision).flatMap(({ accruals }) =>
    accruals.filter(({ points }) => points > 0),
  );
}

/** Points that a decision and its sub-events take from the balance, as negative accruals. */
export function debitsOf(decision: Decision): readonly Accrual[] {
  return decisionsOf(decision).flatMap(({ accruals }) =>
    accruals.filter(({ points }) => points < 0),
  );
}

/** What a decision and its sub-events leave to others to carry out. */
export function effectsOf(decision: Decision): readonly EffectRecord[] {
  return decisionsOf(decision).flatMap(({ effects }) => effects);
}
