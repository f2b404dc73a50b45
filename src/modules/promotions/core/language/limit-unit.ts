import type { Text } from '#shared/text.ts';
import type { CompiledLimit } from '../compile/compile-limits.ts';
import type { LimitBook } from '../play/limit-book.ts';
import type { Trial } from '../play/trial.ts';
import type { LimitUnit } from './limit-shape.ts';

/** What became of the promotion: it is within the limit, was cut to it, or nothing is left of it. */
export type Limited = 'within' | 'cut' | 'nothing';

/**
 * What a unit's file says. It bounds either the selection, before the effects, or the outcome, after
 * them; see docs/engine.md 8.
 */
export type LimitUnitEntry = {
  readonly code: LimitUnit;
  readonly title: Text;
  readonly bounds: 'selection' | 'outcome';
  /** Keeps the trial within the limit; `stop` limits leave nothing rather than a part. */
  readonly cut: (limit: CompiledLimit, book: LimitBook, trial: Trial) => Limited;
  /** How much of it the trial uses, as it is now. */
  readonly amount: (trial: Trial) => number;
  /** The same on each line apart, where the unit can be counted so. */
  readonly amountAt?: (trial: Trial, place: number) => number;
};
