import type { EffectRecord, EventData, Message } from '../decision.ts';

/** What a deferred effect asks for. */
export type Emission = {
  /** For the decision's effects; null for a message. */
  readonly record: EffectRecord | null;
  /** For the decision's messages. */
  readonly message: Message | null;
  /** How many; 1 where an effect knows no number. The record's `quantity` says the same. */
  readonly quantity: number;
  /** What one counts for when promotions compete. */
  readonly worthKopecks: number;
  /** Limits of unit `coupons` count it. */
  readonly isCoupon: boolean;
  /** A variable for later phases. */
  readonly variable: VariableChange | null;
  /** Events to be carried out after phase 10. */
  readonly fires: readonly FiredEvent[];
};

export type VariableChange = {
  readonly variable: string;
  readonly op: 'set' | 'add';
  readonly value: number;
};

export type FiredEvent = { readonly trigger: string; readonly data: EventData };

/** An emission of which nothing is said yet. */
export const NO_EMISSION: Emission = {
  record: null,
  message: null,
  quantity: 1,
  worthKopecks: 0,
  isCoupon: false,
  variable: null,
  fires: [],
};
