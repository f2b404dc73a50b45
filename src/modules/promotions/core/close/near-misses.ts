import type { CompiledRuleSet } from '../compile/rule-set.ts';
import type { DistanceUnit } from '../decision.ts';
import type { Facts } from '../facts.ts';
import { priorityOf } from '../language/stacking-shape.ts';
import { decide } from '../play/decide.ts';
import { newLimitBook } from '../play/limit-book.ts';
import type { MissNote } from '../play/work.ts';

/** A promotion that the buyer nearly had. */
export type NearMiss = {
  readonly promotionCode: string;
  /** Number of the condition that was missed, as in verdicts. */
  readonly leaf: number;
  readonly unit: DistanceUnit;
  readonly distance: number;
};

/** The nearest first: those that a cashier may offer, and those that a member may want to know. */
export type NearMisses = {
  readonly cashier: readonly NearMiss[];
  readonly member: readonly NearMiss[];
};

// In this order of units; minutes and days cannot be made up for at the till.
const UNITS: readonly DistanceUnit[] = ['kopecks', 'units', 'milli', 'points', 'receipts', 'times'];
const AT_THE_TILL: readonly DistanceUnit[] = ['kopecks', 'units', 'milli'];
const CASHIER_MAX = 3;
const MEMBER_MAX = 5;

/** Ranks the promotions of which nothing but one condition was missed; see docs/engine.md 12.3. */
export function nearMisses(ruleSet: CompiledRuleSet, facts: Facts): NearMisses {
  const misses: MissNote[] = [];
  const deciding = { ruleSet, facts, path: '', book: newLimitBook(), isExplained: false, misses };
  decide(deciding, () => null);
  const near = misses.flatMap(nearOf).sort(byRank);
  const plain = near.map(({ rule, leaf, unit, distance }) => ({
    promotionCode: rule.code,
    leaf,
    unit,
    distance,
  }));
  return {
    cashier: plain.filter(({ unit }) => AT_THE_TILL.includes(unit)).slice(0, CASHIER_MAX),
    member: plain.slice(0, MEMBER_MAX),
  };
}

type Near = MissNote & { readonly unit: DistanceUnit };

function nearOf(miss: MissNote): readonly Near[] {
  const unit = miss.rule.leaves[miss.leaf]?.unit ?? null;
  if (!miss.isOnly || miss.distance <= 0 || unit === null || !UNITS.includes(unit)) return [];
  return [{ ...miss, unit }];
}

function byRank(a: Near, b: Near): number {
  return (
    UNITS.indexOf(a.unit) - UNITS.indexOf(b.unit) ||
    a.distance - b.distance ||
    priorityOf(b.rule.promotion) - priorityOf(a.rule.promotion) ||
    a.rule.number - b.rule.number
  );
}
