import type { Facts } from './facts.ts';
import { big, bigOr, isObject, type Json, own } from './json.ts';

export type Ratio = { readonly num: bigint; readonly den: bigint };

/** What a point costs when it pays, and what it counts when promotions compete. */
export function termsOf(facts: Facts, code: string): { kopecksPerPoint: Ratio; worth: Ratio } {
  const record = own(facts.currencies, code);
  const kopecksPerPoint = ratio(own(record, 'kopecksPerPoint')) ?? { num: 0n, den: 1n };
  return { kopecksPerPoint, worth: ratio(own(record, 'worth')) ?? kopecksPerPoint };
}

function ratio(json: Json | undefined): Ratio | null {
  return isObject(json) ? { num: big(json['num']), den: big(json['den']) } : null;
}

/** The balance before this receipt. */
export function availableOf(facts: Facts, code: string): bigint {
  return bigOr(own(own(facts.balances, code), 'available'), 0n);
}
