import fc from 'fast-check';
import type { JsonObject } from '../json.ts';

// A small world, so that promotions meet on the same goods: five SKUs, three groups, two currencies.

export const SKUS = ['s1', 's2', 's3', 's4', 's5'];
export const GROUPS = ['g1', 'g2', 'g3'];
export const CODES = ['pa', 'pb', 'pc', 'pd', 'pe', 'pf', 'pg'];

export type Goods = {
  readonly groupCodes: readonly string[];
  readonly brandCode?: string;
  readonly supplierCode?: string;
  readonly attributes: JsonObject;
};

export const GOODS: Readonly<Record<string, Goods>> = {
  s1: { groupCodes: ['g1'], brandCode: 'b1', attributes: { cut: 700, shade: 'red' } },
  s2: { groupCodes: ['g1', 'g2'], brandCode: 'b1', supplierCode: 'u1', attributes: { cut: 1500 } },
  s3: { groupCodes: ['g2'], brandCode: 'b2', supplierCode: 'u1', attributes: { shade: 'blue' } },
  s4: { groupCodes: ['g3', 'g1'], attributes: { cut: 0, shade: 'red' } },
  s5: { groupCodes: [], brandCode: 'b2', attributes: { cut: 333 } },
};

export const STAGES = [
  'gross',
  'initial',
  'after-lines',
  'after-basket',
  'after-discounts',
  'payable',
  'paid-by-points',
  'unprocessed',
];

/** One of some words. */
export function oneOf<T>(...all: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...all);
}

/** A few of some words, at least one. */
export function someOf(all: readonly string[], max = 2): fc.Arbitrary<string[]> {
  return fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: max });
}

/** Takes one of several generators, each as often as its weight says. */
export function mixed<T>(...all: readonly (readonly [number, fc.Arbitrary<T>])[]): fc.Arbitrary<T> {
  return fc.oneof(...all.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}

/** A record whose fields after the first ones may be absent. */
export function params(
  must: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  may: Readonly<Record<string, fc.Arbitrary<unknown>>> = {},
): fc.Arbitrary<JsonObject> {
  const whole = fc.record({ ...must, ...may }, { requiredKeys: Object.keys(must) });
  return whole.map((found) => JSON.parse(JSON.stringify(found)));
}

/** Sums that are round, odd, tiny and none. */
export const KOPECKS = mixed(
  [2, oneOf(0, 1, 2, 99, 100, 333)],
  [4, oneOf(1000, 2500, 4999, 5000, 10_000)],
  [2, fc.integer({ min: 1, max: 12_000 })],
);

export const AMOUNT = mixed(
  [3, oneOf(1, 50, 333, 500, 1000, 3000)],
  [1, fc.integer({ min: 1, max: 9000 })],
);
