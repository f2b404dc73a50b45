import type { Json, JsonObject } from './json.ts';

// The plain JSON of a rule set (chapters 2, 2.1, 8 of docs/engine.md), nothing filled in.

export type Expr =
  | { readonly condition: string; readonly params?: JsonObject }
  | { readonly all: readonly Expr[] }
  | { readonly any: readonly Expr[] }
  | { readonly not: Expr };

export type Stacking = {
  readonly group: string;
  readonly policy?: string;
  readonly priority?: number;
  readonly turn?: number;
  readonly exclusive?: string;
  readonly blocks?: readonly string[];
  readonly blockedBy?: readonly string[];
  readonly requires?: readonly string[];
  readonly takesUnits?: string;
  readonly isAlways?: boolean;
  readonly capBasisPoints?: number;
  readonly cutOrder?: string;
};

export type Limit = {
  readonly code: string;
  readonly unit: string;
  readonly subject: string;
  readonly period: Json;
  readonly max: number;
  readonly reaction?: string;
  readonly key?: string;
  readonly lowWater?: number;
};

export type Effect = { readonly effect: string; readonly params?: JsonObject };

export type Promotion = {
  readonly code: string;
  readonly title: JsonObject;
  readonly phase: number;
  readonly isOn: boolean;
  readonly trigger?: string;
  readonly programmeCode?: string;
  readonly when?: readonly Expr[];
  readonly select?: { readonly selector: string; readonly params?: JsonObject };
  readonly then: readonly Effect[];
  readonly stacking: Stacking;
  readonly limits?: readonly Limit[];
  readonly funding?: readonly { readonly partyCode: string; readonly shareBasisPoints: number }[];
  readonly onReturn?: Json;
};

export type Settings = {
  readonly policy?: string;
  readonly percentRounding?: string;
  readonly floorUnitKopecks?: number;
  readonly floorBasisPoints?: number;
  readonly lineCapBasisPoints?: number;
  readonly receiptCapBasisPoints?: number;
  readonly cutOrder?: string;
  readonly redemptionCapBasisPoints?: number;
  readonly pointsPayFloor?: boolean;
  readonly externalDiscount?: string;
  readonly onReturn?: Json;
  readonly funderCode?: string;
  readonly dealNodes?: number;
};

export type RuleSet = {
  readonly version: number;
  readonly settings?: Settings;
  readonly aggregates?: readonly JsonObject[];
  readonly promotions: readonly Promotion[];
};

/** Halves 1a, 1b, 8a, 8b and the phases that have none, as they are played. */
export const HALVES = ['0', '1a', '1b', '2', '3', '4', '5', '6', '7', '8a', '8b', '9', '10'];

/** The half in which a promotion stands (3). */
export function halfOf(promotion: Promotion): string {
  const has = (effect: string): boolean => promotion.then.some((one) => one.effect === effect);
  if (promotion.phase === 1) return has('min-price') ? '1a' : '1b';
  if (promotion.phase === 8) return has('multiply-points') ? '8b' : '8a';
  return String(promotion.phase);
}

export type Domain = 'price' | 'accrual' | 'none';

/** What exclusive promotions rule: prices in 1b … 5, points in 8a and 8b. */
export function domainOf(promotion: Promotion): Domain {
  const half = halfOf(promotion);
  if (['1b', '2', '3', '4', '5'].includes(half)) return 'price';
  return ['8a', '8b'].includes(half) ? 'accrual' : 'none';
}

export function policyOf(promotion: Promotion, rules: RuleSet): string {
  return promotion.stacking.policy ?? rules.settings?.policy ?? 'sum';
}

export function takesOf(promotion: Promotion): string {
  return promotion.stacking.takesUnits ?? (promotion.phase === 3 ? 'phase' : 'no');
}

/** Whether promotions of this policy are computed from what the one before left. */
export function readsPrice(promotion: Promotion, rules: RuleSet): boolean {
  return promotion.stacking.isAlways === true || policyOf(promotion, rules) === 'chain';
}
