import assert from 'node:assert/strict';
import { test } from 'node:test';
import { points } from '#shared/points.ts';
import { atLocal } from '#shared/time.ts';
import {
  aPromotion,
  aReceipt,
  day,
  linesOf,
  type PromotionWish,
  percentOff,
} from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';

const earn = (params: object) => ({
  effect: 'earn-fixed',
  params: { points: 5, per: 'receipt', ...params },
});
const task = (taskKind: string) => ({ effect: 'create-task', params: { taskKind } });
const say = (word: string) => ({
  effect: 'message',
  params: { channel: 'slip', text: { ru: word, en: word } },
});
const promotions = (...wishes: PromotionWish[]) => wishes.map((wish) => aPromotion(wish));

test('totals are those of the lines', () => {
  const cap = { effect: 'redemption-cap', params: { shareBasisPoints: 2000 } };
  const decision = decide(
    promotions({ code: 'a' }, { code: 'b', phase: 7, then: [cap] }),
    aReceipt({ lines: linesOf(['coffee', 10_000], ['tea', 5000]), spend: 9999, available: 9999 }),
  );
  // 10 % off 150.00, then 20 % of 135.00 is paid by points of a kopeck each.
  assert.partialDeepStrictEqual(decision, {
    ruleSetVersion: 1,
    trigger: 'receipt',
    grossKopecks: 15_000,
    discountKopecks: 1500,
    redeemedKopecks: 2700,
    payableKopecks: 10_800,
  });
});

test('every currency asked for has its redemption, by order, then code, zeros too', () => {
  const asked = (currencyCode: string, order?: number) => ({
    currencyCode,
    requestedPoints: points(5),
    availablePoints: points(5),
    ...(order === undefined ? {} : { order }),
  });
  const { redemptions } = decide(
    promotions({}),
    aReceipt({ redemption: [asked('z', 0), asked('b', 1), asked('a', 1), asked('m')] }),
  );
  assert.deepEqual(
    redemptions.map(({ currencyCode }) => currencyCode),
    ['m', 'z', 'a', 'b'],
  );
  assert.deepEqual(redemptions[0], {
    currencyCode: 'm',
    points: 0,
    kopecks: 0,
    redeemablePointsMax: 0,
  });
});

test('points are active at once or from the start of a day, until the end of the last one', () => {
  const then = [earn({}), earn({ activeAfterDays: 2, lifetimeDays: 3 })];
  const facts = aReceipt({ date: '2026-03-04', minuteOfDay: 720 });
  const { accruals } = decide(promotions({ phase: 8, then }), facts);
  const midnight = (date: string) => atLocal(day(date), 0, 'Europe/Moscow');
  assert.deepEqual(
    accruals.map(({ activeFrom, expiresAt }) => [activeFrom, expiresAt]),
    [
      [facts.occurredAt, null],
      // From the 6th; three days later is the 9th, and the 10th is the first moment after it.
      [midnight('2026-03-06'), midnight('2026-03-10')],
    ],
  );
});

test('effects and messages stand in order of play, then as they are written', () => {
  const { effects, messages } = decide(
    promotions(
      { code: 'a', phase: 4, then: [task('c'), say('three'), task('d')] },
      {
        code: 'b',
        phase: 2,
        then: [say('one'), task('a'), percentOff(100), task('b'), say('two')],
      },
    ),
    aReceipt(),
  );
  assert.deepEqual(
    effects.map((one) => [one.promotionCode, one.phase, one['taskKind']]),
    [
      ['b', 2, 'a'],
      ['b', 2, 'b'],
      ['a', 4, 'c'],
      ['a', 4, 'd'],
    ],
  );
  assert.deepEqual(
    messages.map(({ text }) => text.en),
    ['one', 'two', 'three'],
  );
});

test('what a promotion asks for is withdrawn when a cap has taken all of its money', () => {
  const capped = { capBasisPoints: 500 };
  const { effects, messages } = decide(
    promotions(
      { code: 'a', stacking: { ...capped, priority: 1 }, then: [percentOff(500), task('kept')] },
      { code: 'b', stacking: capped, then: [percentOff(500), task('lost'), say('lost')] },
    ),
    aReceipt(),
  );
  assert.deepEqual(
    effects.map((one) => one['taskKind']),
    ['kept'],
  );
  assert.deepEqual(messages, []);
});

test('searches stand once for each plan that was applied', () => {
  const select = {
    selector: 'sets',
    params: { components: [{ filter: { skus: ['tea'] }, count: 2 }] },
  };
  const then = [{ effect: 'set-price', params: { priceKopecks: 700 } }];
  const set = (code: string, phase: number) => ({ code, phase, select, then });
  const { searches } = decide(
    promotions(set('a', 3), set('b', 5)),
    aReceipt({ lines: [{ sku: 'tea', quantityMilli: 4000, priceKopecks: 500 }] }),
  );
  // Two sets of 1,000 for 700; in phase 5 a unit is worth 350, and 700 for two of them saves nothing.
  assert.deepEqual(searches, [{ promotionCodes: ['a'], value: 600, proved: true, gapKopecks: 0 }]);
});

test('a receipt that nothing touches is written down as it came', () => {
  const decision = decide([], aReceipt());
  assert.equal(decision.payableKopecks, 10_000);
  for (const list of [
    decision.accruals,
    decision.effects,
    decision.messages,
    decision.limitUses,
    decision.choices,
    decision.funding,
    decision.searches,
    decision.children,
    decision.verdicts.list,
  ]) {
    assert.deepEqual(list, []);
  }
});
