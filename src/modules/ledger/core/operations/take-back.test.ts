import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '#shared/ids.ts';
import { DAY, NOW } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const BONUS = { currencyCode: 'bonus' };
const RECEIPTS = [1, 2].map((n) => uuidv7(NOW, new Uint8Array(10).fill(n)));

function aMember() {
  const world = aWorld();
  const member = world.member();
  for (const receiptId of RECEIPTS) {
    member.good('earn', { ...BONUS, points: 50, promotionCode: 'base' }, { receiptId });
  }
  return { world, member };
}

test("the receipt's own points are taken first, then others, then they are owed", () => {
  const { member } = aMember();
  const [, ofReceiptId] = RECEIPTS;
  member.good('take-back', { ...BONUS, points: 30, ofReceiptId });
  assert.deepEqual(member.remaining(), [50, 20]);
  const result = member.good('take-back', { ...BONUS, points: 80, ofReceiptId });
  assert.deepEqual(result, { points: 80, debtPoints: 10 });
  assert.deepEqual(member.account().debt, 10);
});

test('without a receipt named, the operation has its own', () => {
  const { member } = aMember();
  member.good('take-back', { ...BONUS, points: 30 }, { receiptId: RECEIPTS[1] ?? null });
  assert.deepEqual(member.remaining(), [50, 20]);
});

test('a return before activation takes the sleeping points, and what is awake stays', () => {
  const { member } = aMember();
  const lifetime = {
    activation: { when: 'day-start', afterDays: 14 },
    expiry: { when: 'never' },
  };
  const receiptId = uuidv7(NOW, new Uint8Array(10).fill(3));
  member.good('earn', { ...BONUS, points: 70, promotionCode: 'x', lifetime }, { receiptId });
  member.good('take-back', { ...BONUS, points: 70 }, { receiptId });
  assert.deepEqual(member.remaining(), [50, 50, 0]);
});

test('it does not matter whether what has burnt was written off already', () => {
  const lifetime = {
    activation: { when: 'at-once' },
    expiry: { when: 'after', count: 1, unit: 'day', from: 'accrual', endOf: 'none' },
  };
  const owed = [false, true].map((isSwept) => {
    const { world, member } = aMember();
    const receiptId = uuidv7(NOW, new Uint8Array(10).fill(3));
    member.good('earn', { ...BONUS, points: 70, promotionCode: 'x', lifetime }, { receiptId });
    world.pass(2 * DAY);
    if (isSwept) member.good('expire', {});
    member.good('take-back', { ...BONUS, points: 120 }, { receiptId });
    return member.account().debt;
  });
  assert.deepEqual(owed, [20, 20]);
});
