import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenIn, type TryWish, trialOf } from '../../testing/try-builders.ts';
import { redemptionColumn } from '../basket/redemption-column.ts';
import { cheapestUnits } from '../selectors/cheapest-units.ts';
import { NO_EMISSION } from './emission.ts';
import { addTerm, allow, allowanceRoom, emit } from './give-terms.ts';

const lines = [{ priceKopecks: 200 }, { priceKopecks: 100 }];

test('points of a currency may pay for more, as far as the price goes', () => {
  const trial = trialOf({ lines });
  allow(trial, 'bonus', { place: 0, kopecks: 150 });
  allow(trial, 'bonus', { place: 0, kopecks: 150 });
  allow(trial, 'bonus', { place: 1, kopecks: 40 });
  allow(trial, 'miles', { place: 1, kopecks: 100 });
  assert.deepEqual(givenIn(trial).redeemable, [
    { currencyCode: 'bonus', bySlice: [200, 40] },
    { currencyCode: 'miles', bySlice: [0, 100] },
  ]);
  assert.equal(trial.allowances[0]?.total, 240);
});

test('nothing more is nothing', () => {
  const trial = trialOf({ lines });
  allow(trial, 'bonus', { place: 0, kopecks: 0 });
  assert.deepEqual(givenIn(trial).redeemable, []);
});

test('what others allowed leaves less room, each currency by itself', () => {
  const change: TryWish['change'] = (basket) =>
    redemptionColumn(basket, 'bonus').redeemable.set([120, 100]);
  const trial = trialOf({ lines, change });
  assert.equal(allowanceRoom(trial, 'bonus', 0), 80);
  assert.equal(allowanceRoom(trial, 'bonus', 1), 0);
  assert.equal(allowanceRoom(trial, 'miles', 1), 100);
  allow(trial, 'bonus', { place: 0, kopecks: 500 });
  allow(trial, 'bonus', { place: 1, kopecks: 1 });
  assert.deepEqual(givenIn(trial).redeemable, [{ currencyCode: 'bonus', bySlice: [80, 0] }]);
});

test('of a slice that is selected in part there is room for that part', () => {
  const trial = trialOf({
    lines: [{ quantityMilli: 3000, grossKopecks: 10_000 }],
    select: [cheapestUnits, { count: 1 }],
    change: (basket) => redemptionColumn(basket, 'bonus').redeemable.set([5]),
  });
  // 3,334 of the first unit, of which 2 are allowed already.
  assert.equal(allowanceRoom(trial, 'bonus', 0), 3332);
});

test('terms and emissions stand in the order in which they were given', () => {
  const trial = trialOf({ lines });
  addTerm(trial, { kind: 'bar', currencyCode: 'miles' });
  addTerm(trial, { kind: 'rate', currencyCode: 'bonus', num: 1, den: 2 });
  emit(trial, { ...NO_EMISSION, quantity: 2 });
  emit(trial, { ...NO_EMISSION, quantity: 1 });
  const { terms, emissions } = givenIn(trial);
  assert.deepEqual(
    terms.map(({ kind }) => kind),
    ['bar', 'rate'],
  );
  assert.deepEqual(
    emissions.map(({ quantity }) => quantity),
    [2, 1],
  );
});
