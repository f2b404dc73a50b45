import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, decide } from '../testing/builders.ts';
import type { Policy, Promotion } from './rule.ts';

const percent = (code: string, rateBasisPoints: number, stacking: object = {}): Promotion =>
  aPromotion({
    code,
    then: [{ effect: 'percent-off', params: { rateBasisPoints } }],
    stacking,
  });
/** Each promotion's verdict and discount on a receipt of 1,000 kopecks, in evaluation order. */
const play = (promotions: readonly Promotion[], policy: Policy) =>
  decide(
    promotions.map((one) => ({ ...one, stacking: { ...one.stacking, policy } })),
    aReceipt({ lines: [{ priceKopecks: 1000 }] }),
  ).verdicts.map(({ promotionCode, verdict, discountKopecks }) =>
    [promotionCode, verdict, discountKopecks].join(' '),
  );

const SIX = percent('six', 600);
const TEN = percent('ten', 1000);

test('sum: all count from the same price', () => {
  assert.deepEqual(play([TEN, SIX], 'sum'), ['six applied 60', 'ten applied 100']);
});

test('chain: each counts from what the one before left', () => {
  assert.deepEqual(play([TEN, SIX], 'chain'), ['six applied 60', 'ten applied 94']);
});

test('best-for-buyer: only the one that gives most', () => {
  assert.deepEqual(play([TEN, SIX], 'best-for-buyer'), ['six outbid 0', 'ten applied 100']);
});

test('best-for-buyer: a tie goes to the higher priority, then to the first code', () => {
  const twin = percent('a-twin', 1000);
  assert.deepEqual(play([TEN, twin], 'best-for-buyer'), ['a-twin applied 100', 'ten outbid 0']);
  const raised = percent('ten', 1000, { priority: 1 });
  assert.deepEqual(play([raised, twin], 'best-for-buyer'), ['ten applied 100', 'a-twin outbid 0']);
});

test('first-by-priority: the first that gives anything', () => {
  const empty = aPromotion({
    code: 'a-empty',
    select: { selector: 'goods', params: { skus: ['caviar'] } },
  });
  assert.deepEqual(play([TEN, SIX, empty], 'first-by-priority'), [
    'a-empty no-effect 0',
    'six applied 60',
    'ten outbid 0',
  ]);
});

test('an exclusive promotion that gives anything plays alone in its group', () => {
  const alone = percent('zero-alone', 100, { isExclusive: true });
  for (const policy of ['sum', 'chain', 'best-for-buyer', 'first-by-priority'] as const) {
    assert.deepEqual(play([TEN, alone], policy), ['ten outbid 0', 'zero-alone applied 10']);
  }
  const idle: Promotion = {
    ...alone,
    select: { selector: 'goods', params: { skus: ['caviar'] } },
  };
  assert.deepEqual(play([TEN, idle], 'sum'), ['ten applied 100', 'zero-alone no-effect 0']);
});

test('promotions of another group count from what the earlier group left', () => {
  const other = percent('b', 1000, { group: 'other' });
  assert.deepEqual(play([TEN, other], 'sum'), ['ten applied 100', 'b applied 90']);
});

test('nothing is left for a discount after the price came to zero', () => {
  const all = percent('all', 10_000);
  assert.deepEqual(play([all, TEN], 'sum'), ['all applied 1000', 'ten no-effect 0']);
});
