import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aBalance,
  aPromotion,
  aReceipt,
  goodsOf,
  linesOf,
  percentOff,
} from '../testing/builders.ts';
import { decide, discountsOf, pointsOf } from '../testing/decide.ts';
import { decisionBytes } from './close/decision-bytes.ts';
import { compileRuleSet } from './compile/rule-set.ts';
import { evaluate } from './evaluate.ts';

const over = (minKopecks: number, stage: string) => ({
  condition: 'basket-total',
  params: { minKopecks, stage },
});
const earn = { effect: 'earn-percent', params: { rateBasisPoints: 1000 } };
const cap = { effect: 'redemption-cap', params: { shareBasisPoints: 4000 } };
const double = { effect: 'multiply-points', params: { factorHundredths: 200 } };
const fire = { effect: 'fire', params: { event: 'custom.event' } };

/** Something of everything. */
const MANY = [
  aPromotion({ code: 'line', select: goodsOf('tea'), stacking: { takesUnits: 'receipt' } }),
  aPromotion({ code: 'missed', when: [over(99_999_999, 'gross')] }),
  aPromotion({ code: 'basket', phase: 4, when: [over(9500, 'after-discounts')] }),
  aPromotion({ code: 'cap', phase: 7, then: [cap] }),
  aPromotion({ code: 'earn', phase: 8, then: [earn] }),
  aPromotion({ code: 'double', phase: 8, then: [double] }),
  aPromotion({ code: 'fire', phase: 9, then: [fire] }),
  aPromotion({ code: 'event', phase: 8, trigger: 'custom.event', then: [earn] }),
];
const RECEIPT = aReceipt({
  lines: linesOf(['coffee', 10_000], ['tea', 5005], ['cup', 333]),
  balances: { bonus: aBalance(700) },
  spend: 700,
  available: 700,
});

test('conditions of a phase see the prices that the earlier phases left', () => {
  const line = aPromotion({ code: 'line' });
  const basket = aPromotion({ code: 'basket', phase: 4, when: [over(9500, 'after-discounts')] });
  const { verdicts, discountKopecks } = decide([line, basket], aReceipt());
  assert.equal(discountKopecks, 1000);
  assert.deepEqual(verdicts.list[0], [0, 4, 0, 'kopecks', 500]);
});

test('points are earned on the money that is left after discounts and points', () => {
  const half = aPromotion({ code: 'half', then: [percentOff(5000)] });
  const promotions = [half, aPromotion({ code: 'cap', phase: 7, then: [cap] })];
  const decision = decide(
    [...promotions, aPromotion({ code: 'earn', phase: 8, then: [earn] })],
    aReceipt({ spend: 9999, available: 9999 }),
  );
  assert.deepEqual([decision.redeemedKopecks, decision.payableKopecks], [2000, 3000]);
  assert.deepEqual(pointsOf(decision), [['earn', 300]]);
});

test('a multiplier works on all earlier points whatever its group is called', () => {
  const promotions = [
    aPromotion({ code: 'a', phase: 8, then: [double], stacking: { group: 'a', priority: 100 } }),
    aPromotion({ code: 'z', phase: 8, then: [earn], stacking: { group: 'z' } }),
  ];
  assert.deepEqual(pointsOf(decide(promotions, aReceipt())), [
    ['z', 1000],
    ['a', 1000],
  ]);
});

test('an anonymous buyer gets discounts and no points', () => {
  const promotions = [aPromotion(), aPromotion({ code: 'earn', phase: 8, then: [earn] })];
  const decision = decide(promotions, aReceipt({ member: null }));
  assert.equal(decision.discountKopecks, 1000);
  assert.deepEqual(decision.accruals, []);
  assert.equal(decision.verdicts.ruledOut?.audience[0], 0b01);
});

test('an explanation adds verdicts and changes nothing else, in sub-events too', () => {
  const ruleSet = compileRuleSet(3, MANY);
  const plain = evaluate(ruleSet, RECEIPT);
  const { verdicts, children, ...explained } = evaluate(ruleSet, RECEIPT, { explain: true });
  assert.deepEqual({ ...plain, verdicts, children }, { ...explained, verdicts, children });
  assert.deepEqual(
    verdicts.list.filter(([, code]) => code === 11),
    plain.verdicts.list,
  );
  assert.equal(children.length, 1);
  assert.equal(plain.verdicts.ruledOut, undefined);
});

test('the order of promotions and of lines means nothing', () => {
  const turned = { ...RECEIPT, lines: RECEIPT.lines.toReversed() };
  assert.equal(
    decisionBytes(decide(MANY.toReversed(), turned)),
    decisionBytes(decide(MANY, RECEIPT)),
  );
});

test('a rule set that has decided other receipts decides as a new one does', () => {
  const warm = compileRuleSet(1, MANY);
  for (const facts of [
    aReceipt({ lines: linesOf(['tea', 1]) }),
    aReceipt({ member: null }),
    RECEIPT,
  ]) {
    const fresh = compileRuleSet(1, MANY);
    const bytes = decisionBytes(evaluate(fresh, facts, { explain: true }));
    assert.equal(decisionBytes(evaluate(warm, facts, { explain: true })), bytes);
  }
});

test('the facts that it was given are not touched', () => {
  const before = JSON.stringify(RECEIPT);
  decide(MANY, RECEIPT);
  assert.equal(JSON.stringify(RECEIPT), before);
});

test('promotions of another programme or trigger have no part in it', () => {
  const promotions = [
    aPromotion({ code: 'a', programmeCode: 'other' }),
    aPromotion({ code: 'b', trigger: 'coupon.used' }),
    aPromotion({ code: 'c', programmeCode: 'main' }),
  ];
  const decision = decide(promotions, aReceipt({ programmeCode: 'main' }));
  assert.deepEqual(discountsOf(decision), { c: 1000 });
  assert.equal(decision.verdicts.count, 1);
});
