import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, decide } from '../testing/builders.ts';
import { evaluate } from './evaluate.ts';
import { compileRuleSet } from './rule-set.ts';

const percent = (rateBasisPoints: number) => ({
  effect: 'percent-off',
  params: { rateBasisPoints },
});
const over = (minKopecks: number, stage: string) => ({
  condition: 'basket-total',
  params: { minKopecks, stage },
});

test('conditions of a phase see the prices that the earlier phases left', () => {
  const line = aPromotion({ code: 'line', phase: 2, then: [percent(1000)] });
  const basket = aPromotion({
    code: 'basket',
    phase: 4,
    when: [over(9500, 'after-discounts')],
    then: [percent(500)],
  });
  const { verdicts, discountKopecks } = decide([line, basket], aReceipt());
  assert.equal(discountKopecks, 1000);
  assert.deepEqual(verdicts[1]?.reason?.distance, { unit: 'kopecks', value: 500 });
});

test('promotions of one phase do not see each other in their conditions', () => {
  const first = aPromotion({ code: 'a', stacking: { group: 'a' } });
  const second = aPromotion({
    code: 'b',
    when: [over(10_000, 'after-discounts')],
    stacking: { group: 'b' },
  });
  assert.deepEqual(
    decide([first, second], aReceipt()).verdicts.map((verdict) => verdict.verdict),
    ['applied', 'applied'],
  );
});

test('points are earned on the money that is left after discounts and points', () => {
  const promotions = [
    aPromotion({ code: 'half', phase: 2, then: [percent(5000)] }),
    aPromotion({
      code: 'cap',
      phase: 7,
      then: [{ effect: 'redemption-cap', params: { shareBasisPoints: 4000 } }],
    }),
    aPromotion({
      code: 'earn',
      phase: 8,
      then: [{ effect: 'earn-percent', params: { rateBasisPoints: 1000 } }],
    }),
  ];
  const decision = decide(promotions, aReceipt({ spend: 9999, available: 9999 }));
  assert.equal(decision.redeemedKopecks, 2000);
  assert.equal(decision.payableKopecks, 3000);
  assert.equal(decision.accruals[0]?.points, 300);
});

test('a multiplier works on all earlier points whatever its group is called', () => {
  const promotions = [
    aPromotion({
      code: 'night-owls',
      phase: 8,
      then: [{ effect: 'multiply-points', params: { factorHundredths: 200 } }],
      stacking: { group: 'a', priority: 100 },
    }),
    aPromotion({
      code: 'base',
      phase: 8,
      then: [{ effect: 'earn-per-amount', params: { points: 1, perKopecks: 1000 } }],
      stacking: { group: 'z' },
    }),
  ];
  const { accruals } = decide(promotions, aReceipt());
  assert.deepEqual(
    accruals.map(({ promotionCode, points }) => [promotionCode, points]),
    [
      ['base', 10],
      ['night-owls', 10],
    ],
  );
});

test('an anonymous buyer gets discounts and no points', () => {
  const earn = { effect: 'earn-fixed', params: { points: 5, per: 'receipt' } };
  const promotions = [aPromotion(), aPromotion({ code: 'earn', phase: 8, then: [earn] })];
  const decision = decide(promotions, aReceipt({ member: null }));
  assert.equal(decision.discountKopecks, 1000);
  assert.deepEqual(decision.accruals, []);
  assert.equal(decision.verdicts[1]?.reason?.code, 'not-identified');
});

test('without explain only promotions that gave something have a verdict', () => {
  const missed = aPromotion({ code: 'missed', when: [over(99_999_999, 'gross')] });
  const ruleSet = compileRuleSet(3, [aPromotion(), missed]);
  const codes = (explain: boolean) =>
    evaluate(ruleSet, aReceipt(), { explain }).verdicts.map((one) => one.promotionCode);
  assert.deepEqual(codes(false), ['ten-off']);
  assert.deepEqual(codes(true), ['missed', 'ten-off']);
});

test('a receipt without lines and a set without promotions give an empty decision', () => {
  const empty = decide([aPromotion()], aReceipt({ lines: [] }));
  assert.equal(empty.payableKopecks, 0);
  assert.deepEqual(empty.verdicts[0]?.verdict, 'no-effect');
  assert.equal(decide([], aReceipt()).payableKopecks, 10_000);
});
