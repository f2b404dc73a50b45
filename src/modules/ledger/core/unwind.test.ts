import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leftOf, unwind } from './unwind.ts';

const redeemed = {
  drawn: [
    { id: 'a', amount: 50 },
    { id: 'b', amount: 30 },
  ],
  lentPoints: 20,
  givenBackPoints: 0,
};

test('a redemption is unwound from its end: the loan, then the lot drawn from last', () => {
  assert.equal(leftOf(redeemed), 100);
  const cases: [number, number, number, Record<string, number>][] = [
    [0, 15, 15, {}],
    [0, 60, 20, { b: 30, a: 10 }],
    [15, 10, 5, { b: 5 }],
    [60, 40, 0, { a: 40 }],
  ];
  for (const [givenBackPoints, points, lent, shares] of cases) {
    const next = unwind({ ...redeemed, givenBackPoints }, points);
    assert.equal(next.lent, lent);
    assert.deepEqual(Object.fromEntries(next.shares.map((one) => [one.id, one.amount])), shares);
  }
});

test('more than is left does not come back', () => {
  assert.throws(() => unwind({ ...redeemed, givenBackPoints: 99 }, 2));
  assert.throws(() => unwind(redeemed, 0));
});

test('given back in parts, a redemption comes back exactly', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parts, (wishes) => {
      const back = new Map<string, number>([['loan', 0]]);
      let givenBackPoints = 0;
      for (const wish of [...wishes, 100]) {
        const points = Math.min(wish, leftOf({ ...redeemed, givenBackPoints }));
        if (points === 0) break;
        const { lent, shares } = unwind({ ...redeemed, givenBackPoints }, points);
        for (const { id, amount } of [{ id: 'loan', amount: lent }, ...shares]) {
          back.set(id, (back.get(id) ?? 0) + amount);
        }
        givenBackPoints += points;
      }
      assert.deepEqual(Object.fromEntries(back), { loan: 20, b: 30, a: 50 });
    }),
  );
});
