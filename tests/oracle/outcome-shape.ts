import type { JsonObject } from './json.ts';
import type { Slice, Unit } from './state.ts';

// Chapter 9.1: what an outcome holds.

/** What a promotion does to the picked units of one slice. */
export type Part = {
  readonly slice: Slice;
  readonly targets: readonly Unit[];
  readonly companions: readonly Unit[];
  discount: bigint;
  /** As much of the discount as `initial-price` gave. */
  initial: bigint;
  readonly redeemable: Map<string, bigint>;
  /** What the floor becomes; null = stays. */
  floor: bigint | null;
  readonly bars: Set<string>;
};

/** Points of one effect and currency; `byPart` is empty where there are no lines. */
export type Grant = {
  readonly effectNo: number;
  readonly currencyCode: string;
  readonly isMultiplied: boolean;
  readonly weights: readonly bigint[];
  readonly terms: JsonObject;
  points: bigint;
  byPart: readonly bigint[];
};

export type Debit = { readonly effectNo: number; readonly currencyCode: string; points: bigint };

/** A deferred effect as it will be written. */
export type Emission = {
  readonly effectNo: number;
  readonly kind: 'effect' | 'message';
  readonly record: JsonObject;
  readonly fires: readonly JsonObject[];
  readonly worth: bigint;
  readonly isCoupon: boolean;
  readonly quantity: bigint;
  readonly variable: {
    readonly code: string;
    readonly isAdded: boolean;
    readonly value: bigint;
  } | null;
};

export type Rate = { readonly currencyCode: string; readonly num: bigint; readonly den: bigint };

export type Steps = {
  readonly currencyCode: string;
  readonly min: bigint | null;
  readonly step: bigint | null;
  readonly max: bigint | null;
};

export type Outcome = {
  /** In unit order. */
  parts: readonly Part[];
  readonly sets: number;
  readonly search: Search | null;
  grants: readonly Grant[];
  debits: readonly Debit[];
  readonly rates: readonly Rate[];
  readonly steps: readonly Steps[];
  emissions: readonly Emission[];
  isLimited: boolean;
};

export type Search = {
  readonly promotionCodes: readonly string[];
  readonly value: bigint;
};
