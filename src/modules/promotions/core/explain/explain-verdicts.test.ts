import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { compileRuleSet } from '../compile/rule-set.ts';
import { evaluate } from '../evaluate.ts';
import { explainVerdicts } from './explain-verdicts.ts';
import type { Audience } from './explained.ts';

type Wish = Parameters<typeof aPromotion>[0];
function explained(wishes: readonly Wish[], facts = aReceipt(), audience: Audience = 'cashier') {
  const ruleSet = compileRuleSet(
    1,
    wishes.map((wish) => aPromotion(wish)),
  );
  const { verdicts } = evaluate(ruleSet, facts, { explain: true });
  return explainVerdicts(verdicts, { ruleSet, facts, audience });
}
const when = (condition: string, params: Record<string, unknown>) => ({
  when: [{ condition, params }],
});

test('what ruled a promotion out is told by its first failing condition', () => {
  const found = explained([
    { code: 'a', ...when('place', { storeCodes: ['MSK1'] }) },
    { code: 'b', ...when('local-hours', { fromMinute: 1320, toMinute: 120 }) },
    { code: 'c', ...when('member-tag', { tags: ['vip'] }) },
    { code: 'd', select: { selector: 'goods', params: { skus: ['tea'] } } },
  ]);
  assert.deepEqual(
    found.map(({ verdict, reason }) => [verdict, reason?.code]),
    [
      ['wrong-place', 'wrong-place'],
      ['wrong-time', 'wrong-local-hour'],
      ['wrong-audience', 'not-tagged'],
      ['no-goods', 'no-goods'],
    ],
  );
  assert.deepEqual(
    found.map(({ distance }) => distance),
    [null, { unit: 'minutes', value: 600 }, null, null],
  );
  assert.equal(found[1]?.text.en, '“b”: it is 12:00 in the store, runs 22:00–02:00');
});

test('an anonymous buyer hears that points are for members', () => {
  const earn = { effect: 'earn-fixed', params: { points: 5, per: 'receipt' } };
  const [found] = explained([{ phase: 8, then: [earn] }], aReceipt({ member: null }));
  assert.deepEqual([found?.verdict, found?.reason?.code], ['wrong-audience', 'not-identified']);
});

test('a miss says what is missing and how much of it', () => {
  const [found] = explained([when('basket-total', { minKopecks: 16_000 })]);
  assert.equal(found?.verdict, 'missed');
  assert.deepEqual(found?.distance, { unit: 'kopecks', value: 6000 });
  assert.equal(found?.text.ru, '«ten-off»: ещё 60,00\u00a0₽');
});

test('what applied tells what it gave, to each reader in the words for that reader', () => {
  const wish = {
    explain: {
      memberText: { ru: 'Вам скидка', en: 'For you' },
      receiptText: { ru: 'СКИДКА', en: 'OFF' },
    },
  };
  const textFor = (audience: Audience) => explained([wish], aReceipt(), audience)[0]?.text.en;
  assert.equal(textFor('member'), 'For you');
  assert.equal(textFor('slip'), 'OFF');
  assert.equal(textFor('cashier'), '“ten-off”: 10.00\u00a0₽ off');
  assert.equal(textFor('marketer'), 'ten-off: applied: 10.00\u00a0₽ off');
});

test('who stood in the way is named', () => {
  const best = { policy: 'best-for-buyer' } as const;
  const half = { effect: 'percent-off', params: { rateBasisPoints: 5000 } };
  const found = explained([
    { code: 'a', title: { ru: 'Десять', en: 'Ten' }, stacking: best },
    { code: 'b', title: { ru: 'Половина', en: 'Half' }, stacking: best, then: [half] },
    { code: 'c', phase: 4, stacking: { requires: ['gone'] } },
    { code: 'd', phase: 5, stacking: { blockedBy: ['b'] } },
  ]);
  assert.deepEqual(
    found.map(({ verdict, by }) => [verdict, by]),
    [
      ['outbid', 'b'],
      ['applied', null],
      ['requires', 'gone'],
      ['blocked', 'b'],
    ],
  );
  assert.equal(found[0]?.text.ru, '«Десять»: уступает акции «Половина»');
});

test('without an explanation only what applied is told', () => {
  const ruleSet = compileRuleSet(1, [
    aPromotion(),
    aPromotion({ code: 'missed', ...when('basket-total', { minKopecks: 99_999 }) }),
  ]);
  const facts = aReceipt();
  const { verdicts } = evaluate(ruleSet, facts);
  const found = explainVerdicts(verdicts, { ruleSet, facts, audience: 'member' });
  assert.deepEqual(
    found.map(({ promotionCode }) => promotionCode),
    ['ten-off'],
  );
});
