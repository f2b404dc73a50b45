import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, linesOf } from '../../testing/builders.ts';
import { decide, discountsOf } from '../../testing/decide.ts';
import { setsOf } from '../../testing/try-builders.ts';
import type { Promotion } from '../language/rule.ts';

type Wish = {
  readonly sets: Readonly<Record<string, unknown>>;
  readonly priceKopecks: number;
  readonly limits?: NonNullable<Promotion['limits']>;
};
const promotion = (code: string, { sets, priceKopecks, limits = [] }: Wish) =>
  aPromotion({
    code,
    phase: 3,
    select: { selector: 'sets', params: sets },
    then: [{ effect: 'set-price', params: { priceKopecks } }],
    limits,
    stacking: { policy: 'best-deal' },
  });
const facts = aReceipt({ lines: linesOf(['coffee', 300], ['milk', 100], ['cake', 250]) });
const FIRST: Wish = { sets: setsOf(['coffee milk'], ['cake']), priceKopecks: 320 };
const SECOND: Wish = { sets: setsOf(['coffee'], ['milk']), priceKopecks: 330 };

test('one plan of the greatest value is made for all, and who has no set in it is outbid', () => {
  const decision = decide([promotion('s1', FIRST), promotion('s2', SECOND)], facts);
  assert.deepEqual(discountsOf(decision), { s1: 230 });
  assert.deepEqual(decision.verdicts.list, [
    [0, 11, 230, 0],
    [1, 9, 0],
  ]);
  assert.deepEqual(decision.searches, [
    { promotionCodes: ['s1', 's2'], value: 230, proved: true, gapKopecks: 0 },
  ]);
});

test('sets of several promotions share the goods when together they bring more', () => {
  const wide = aReceipt({
    lines: linesOf(['coffee', 300], ['milk', 100], ['cake', 250], ['tea', 200]),
  });
  const whole = { sets: setsOf(['coffee'], ['milk'], ['cake'], ['tea']), priceKopecks: 650 };
  const pairs = [
    promotion('a', { sets: setsOf(['coffee'], ['milk']), priceKopecks: 300 }),
    promotion('b', { sets: setsOf(['cake'], ['tea']), priceKopecks: 320 }),
  ];
  // 100 and 130 for the pairs, 200 for all four in one set.
  const decision = decide([...pairs, promotion('c', whole)], wide);
  assert.deepEqual(discountsOf(decision), { a: 100, b: 130 });
  assert.deepEqual(decision.verdicts.list[2], [2, 9, 0]);
  assert.equal(decision.searches.length, 1);
});

test('a limit on sets bounds the part of its promotion', () => {
  const twice = aReceipt({
    lines: [
      { sku: 'coffee', quantityMilli: 3000, priceKopecks: 300 },
      { sku: 'cake', quantityMilli: 3000, priceKopecks: 250 },
    ],
  });
  const limits = [
    { code: 'few', unit: 'sets', subject: 'receipt', period: 'receipt', max: 1 },
  ] as const;
  const rich = promotion('rich', {
    sets: setsOf(['coffee'], ['cake']),
    priceKopecks: 400,
    limits: [...limits],
  });
  const poor = promotion('poor', { sets: setsOf(['coffee'], ['cake']), priceKopecks: 500 });
  assert.deepEqual(discountsOf(decide([rich, poor], twice)), { poor: 100, rich: 150 });
});

test('a promotion whose goods are not there does not enter, and leaves no trace in the search', () => {
  const nothing = promotion('a', { sets: setsOf(['caviar', 1]), priceKopecks: 1 });
  const decision = decide([nothing, promotion('s1', FIRST)], facts);
  assert.deepEqual(discountsOf(decision), { s1: 230 });
  assert.deepEqual(decision.searches[0]?.promotionCodes, ['s1']);
});
