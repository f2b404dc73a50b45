import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileRuleSet, evaluate, type Promotion } from '#modules/promotions/core/index.ts';
import { kopecks } from '#shared/money.ts';
import { aReceiptFacts } from '../testing/facts.ts';
import { aSoldReceipt } from '../testing/sold-receipt.ts';
import { paidFor, type SoldReceipt, totalsAt } from './return-totals.ts';

const at = (milli: number) => new Map([[1, milli]]);

/** Three loaves at 100.00 ₽, one of them free. */
function threeForTwo(onReturn: NonNullable<Promotion['onReturn']>): SoldReceipt {
  const selected = { paidUnits: 2, freeUnits: 1, cheapest: 'of-each-group' };
  const promotion: Promotion = {
    code: 'three-for-two',
    title: { ru: '3 по цене 2', en: '3 for 2' },
    phase: 3,
    isOn: true,
    select: { selector: 'n-plus-m', params: selected },
    then: [{ effect: 'percent-off', params: { rateBasisPoints: 10_000 } }],
    stacking: { group: 'sets', policy: 'sum', priority: 0 },
    onReturn,
  };
  const plain = aReceiptFacts();
  const lines = plain.lines.map((line) => ({
    ...line,
    quantityMilli: 3000,
    grossKopecks: kopecks(30_000),
  }));
  const [ruleSet, facts] = [compileRuleSet(1, [promotion]), { ...plain, lines }];
  const decided = evaluate(ruleSet, facts).lines;
  return {
    ruleSet,
    facts,
    lines: decided.map((line) => ({ ...line, quantityMilli: 3000 })),
    unplaced: [],
  };
}

test('what is kept of the money is rounded down, so the refund is not', () => {
  const sold = aSoldReceipt([{ quantityMilli: 3000, payableKopecks: 100 }]);
  const refunds = [0, 1000, 2000, 3000].map((milli) => totalsAt(sold, at(milli)).refundKopecks);
  assert.deepEqual(refunds, [0, 34, 67, 100]);
  const [line] = sold.lines;
  assert.ok(line !== undefined);
  assert.equal(paidFor(line, 1000), 34);
});

test('a discount that the rest has lost is kept back from the refund, and given when all is back', () => {
  const refunds = (onReturn: NonNullable<Promotion['onReturn']>) =>
    [1000, 2000, 3000].map((milli) => totalsAt(threeForTwo(onReturn), at(milli)).refundKopecks);
  assert.deepEqual(refunds('proportional'), [6667, 13_334, 20_000]);
  // Two loaves that stay cost 200.00 ₽, which is what was paid; the last one costs 100.00 ₽.
  assert.deepEqual(refunds('re-evaluate'), [0, 10_000, 20_000]);
  assert.deepEqual(refunds('keep'), [6667, 13_334, 20_000]);
});

test('points on no line come back with the last of the goods', () => {
  const sold: SoldReceipt = {
    ...aSoldReceipt([{ quantityMilli: 2000, points: [5] }]),
    unplaced: [{ promotionCode: 'friend', currencyCode: 'bonus', points: 70 }],
  };
  const points = [1000, 2000].map((milli) =>
    totalsAt(sold, at(milli)).taken.map((one) => one.points),
  );
  assert.deepEqual(points, [[3], [5, 70]]);
});
