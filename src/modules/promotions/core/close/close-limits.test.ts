import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aPromotion,
  aReceipt,
  type PromotionWish,
  type ReceiptWish,
} from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import type { Programme } from '../compile/rule-set.ts';
import type { Limit } from '../language/limit-shape.ts';

const limit = (more: Partial<Limit> = {}): Limit => ({
  code: 'l',
  unit: 'kopecks',
  subject: 'member',
  period: 'day',
  max: 100_000,
  ...more,
});

function decided(
  wishes: readonly PromotionWish[],
  receipt: ReceiptWish = {},
  programme: Programme = {},
) {
  const promotions = wishes.map((wish) => aPromotion(wish));
  return decide(promotions, aReceipt(receipt), programme);
}

/** Notices by key. */
function noticesOf(wishes: readonly PromotionWish[], receipt: ReceiptWish = {}) {
  return decided(wishes, receipt).effects.map(({ effect, promotionCode, phase, ...rest }) => {
    assert.equal(phase, 2);
    return [effect, promotionCode, rest['key'], rest['amount']];
  });
}

test('a use says the key, whose it is, how much of what, of whom and when', () => {
  const { limitUses } = decided([{ code: 'a', limits: [limit({ key: 'spring' })] }]);
  assert.deepEqual(limitUses, [
    {
      key: 'spring',
      promotionCode: 'a',
      limitCode: 'l',
      unit: 'kopecks',
      amount: 1000,
      subject: 'member',
      period: 'day',
    },
  ]);
});

test('uses stand in order of play, then as limits are written', () => {
  const limits = [limit({ code: 'z' }), limit({ code: 'b', unit: 'times' })];
  const { limitUses } = decided([
    { code: 'a', limits },
    { code: 'c', limits, stacking: { priority: 1 } },
  ]);
  assert.deepEqual(
    limitUses.map(({ key, amount }) => [key, amount]),
    [
      ['c/z', 1000],
      ['c/b', 1],
      ['a/z', 1000],
      ['a/b', 1],
    ],
  );
});

for (const [what, more, member] of [
  ['of the receipt', { period: 'receipt' }, true],
  ['of a line', { subject: 'line', period: 'receipt' }, true],
  ['of a member, when there is none', {}, false],
  ['of a card, when there is no member', { subject: 'card' }, false],
  ['of which nothing was used', { unit: 'points' }, true],
] as const) {
  test(`a limit ${what} is not reported`, () => {
    const receipt = member ? {} : { member: null };
    const { limitUses, discountKopecks } = decided([{ limits: [limit(more)] }], receipt);
    assert.deepEqual(limitUses, []);
    assert.equal(discountKopecks, 1000);
  });
}

test('money is what was really given, and one that a cap took all from has used nothing', () => {
  const { limitUses } = decided(
    [
      {
        code: 'a',
        stacking: { priority: 1 },
        limits: [limit(), limit({ code: 't', unit: 'times' })],
      },
      { code: 'b', limits: [limit(), limit({ code: 't', unit: 'times' })] },
    ],
    {},
    { settings: { receiptCapBasisPoints: 700 } },
  );
  assert.deepEqual(
    limitUses.map(({ key, amount }) => [key, amount]),
    [
      ['a/l', 700],
      ['a/t', 1],
    ],
  );
});

for (const [lowWater, used, expected] of [
  [3000, 1000, true],
  [2999, 1000, false],
  [0, 4000, true],
] as const) {
  test(`of 5,000 with ${used} used before, 1,000 used now are ${expected ? '' : 'not '}down to ${lowWater}`, () => {
    const limits = [limit({ max: 5000, lowWater })];
    const found = noticesOf([{ code: 'a', limits }], { limitUsed: { 'a/l': used } });
    assert.deepEqual(found, expected ? [['limit-low', 'a', 'a/l', 1000]] : []);
  });
}

test('an alarm gives all and says so only when the bound is exceeded', () => {
  const alarm = (max: number) => [limit({ reaction: 'alarm', max })];
  assert.equal(decided([{ limits: alarm(400) }]).discountKopecks, 1000);
  assert.deepEqual(noticesOf([{ code: 'a', limits: alarm(999) }]), [
    ['limit-alarm', 'a', 'a/l', 1000],
  ]);
  assert.deepEqual(noticesOf([{ code: 'a', limits: alarm(1000) }]), []);
});

test('notices stand once per key, by key, the alarm first, in the name of the first that used it', () => {
  const shared = limit({ key: 'b', reaction: 'alarm', max: 1500, lowWater: 10 });
  const low = limit({ key: 'a', max: 1000, lowWater: 0 });
  const found = noticesOf([
    { code: 'y', limits: [shared] },
    { code: 'x', limits: [shared], stacking: { priority: 1 } },
    { code: 'z', limits: [low] },
  ]);
  assert.deepEqual(found, [
    ['limit-low', 'z', 'a', 1000],
    ['limit-alarm', 'x', 'b', 2000],
    ['limit-low', 'x', 'b', 2000],
  ]);
});

test('a limit of the receipt counts this receipt alone', () => {
  const limits = [limit({ period: 'receipt', max: 1000, lowWater: 0 })];
  const found = noticesOf([{ code: 'a', limits }], { limitUsed: { 'a/l': 900 } });
  assert.deepEqual(found, [['limit-low', 'a', 'a/l', 1000]]);
});

for (const [cap, amounts] of [
  [1501, [1501]],
  [1500, []],
] as const) {
  test(`an alarm above 1,500 that two share counts what a cap of ${cap} has left of both`, () => {
    const limits = [limit({ key: 'both', reaction: 'alarm', max: 1500 })];
    const settings = { receiptCapBasisPoints: cap };
    const { effects } = decided(
      [
        { code: 'a', limits },
        { code: 'b', limits },
      ],
      {},
      { settings },
    );
    assert.deepEqual(
      effects.map((one) => one['amount']),
      amounts,
    );
  });
}
