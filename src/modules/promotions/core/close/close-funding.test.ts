import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aBalance,
  aPromotion,
  aReceipt,
  type PromotionWish,
  percentOff,
} from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';

const earn = (points: number, currencyCode: string) => ({
  effect: 'earn-fixed',
  params: { points, per: 'receipt', currencyCode },
});
const TWO = [
  { partyCode: 'brand', shareBasisPoints: 6000 },
  { partyCode: 'shop', shareBasisPoints: 4000 },
];

/** Who pays: promotion, party, kopecks, points by currency. */
function fundingOf(...wishes: PromotionWish[]) {
  const facts = aReceipt({
    lines: [{ grossKopecks: 10_010 }],
    balances: { bonus: aBalance(50) },
    currencies: {
      bonus: { kopecksPerPoint: { num: 1, den: 1 } },
      gems: { kopecksPerPoint: { num: 1, den: 1 } },
    },
  });
  const decision = decide(
    wishes.map((wish) => aPromotion(wish)),
    facts,
  );
  return decision.funding.map(({ promotionCode, partyCode, kopecks, points }) => [
    promotionCode,
    partyCode,
    kopecks,
    points.map((one) => [one.currencyCode, one.points]),
  ]);
}

test('the operator pays for a promotion that names nobody', () => {
  assert.deepEqual(fundingOf({ code: 'a' }), [['a', 'operator', 1001, []]]);
});

test('parties share by the largest remainder, as they are written', () => {
  // 600.6 and 400.4: the odd kopeck goes to the larger remainder.
  assert.deepEqual(fundingOf({ code: 'a', funding: TWO }), [
    ['a', 'brand', 601, []],
    ['a', 'shop', 400, []],
  ]);
});

test('a party whose share comes to nothing is told all the same', () => {
  const one = { effect: 'amount-off', params: { amountKopecks: 1, per: 'selection' } };
  assert.deepEqual(fundingOf({ code: 'a', funding: TWO, then: [one] }), [
    ['a', 'brand', 1, []],
    ['a', 'shop', 0, []],
  ]);
});

test('points are shared by currency, currencies by code', () => {
  const then = [earn(5, 'gems'), earn(3, 'bonus'), earn(2, 'gems')];
  assert.deepEqual(fundingOf({ code: 'a', phase: 8, then, funding: TWO }), [
    [
      'a',
      'brand',
      0,
      [
        ['bonus', 2],
        ['gems', 4],
      ],
    ],
    [
      'a',
      'shop',
      0,
      [
        ['bonus', 1],
        ['gems', 3],
      ],
    ],
  ]);
});

test('promotions stand by code, whatever the order of play', () => {
  const found = fundingOf(
    { code: 'z', phase: 2 },
    { code: 'm', phase: 4 },
    { code: 'a', phase: 5 },
  );
  assert.deepEqual(
    found.map(([code]) => code),
    ['a', 'm', 'z'],
  );
});

test('what is taken from the buyer is nobody’s cost', () => {
  const debit = { effect: 'debit-points', params: { points: 20, currencyCode: 'bonus' } };
  assert.deepEqual(fundingOf({ code: 'a', phase: 8, then: [debit] }), []);
  assert.deepEqual(fundingOf({ code: 'a', phase: 8, then: [earn(7, 'bonus'), debit] }), [
    ['a', 'operator', 0, [['bonus', 7]]],
  ]);
});

test('money that a cap has taken back is not paid for', () => {
  const capped = { group: 'g', capBasisPoints: 500 };
  const found = fundingOf(
    { code: 'a', stacking: { ...capped, priority: 1 }, then: [percentOff(500)] },
    { code: 'b', stacking: capped },
  );
  // 5 % of 100.10 ₽ is 500.5, rounded up to 501; the cap is 500.
  assert.deepEqual(found, [['a', 'operator', 500, []]]);
});
