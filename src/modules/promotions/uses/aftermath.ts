import type { EffectRecord } from '../core/index.ts';
import type { CounterOp } from '../counters/counter-state.ts';

/** What was used of a limit. */
export type KeptUse = {
  readonly promotionCode: string;
  readonly unit: string;
  readonly amount: number;
  readonly meter: string;
  readonly isShared: boolean;
  readonly subjectCode: string;
  readonly start: number;
};

/** What was changed in a member's counter. */
export type KeptChange = {
  readonly promotionCode: string;
  readonly meter: string;
  readonly start: number;
  readonly op: CounterOp;
  readonly amount: number;
  /** Number of the change in its counter. */
  readonly no: number;
};

/** What a decision leaves behind beside money and points; kept with the receipt, so that it can be undone. */
export type Aftermath = {
  readonly limitUses: readonly KeptUse[];
  readonly counters: readonly KeptChange[];
  /** Typed effects of the decision and its sub-events, those that were carried out here too. */
  readonly effects: readonly EffectRecord[];
};

/** For storing; null = it left nothing behind. */
export function aftermathText(aftermath: Aftermath): string | null {
  const { limitUses, counters, effects } = aftermath;
  return limitUses.length + counters.length + effects.length === 0
    ? null
    : JSON.stringify(aftermath);
}

/** What aftermathText wrote. */
export function storedAftermath(text: string | null): Aftermath {
  if (text === null) return { limitUses: [], counters: [], effects: [] };
  return JSON.parse(text) as Aftermath;
}
