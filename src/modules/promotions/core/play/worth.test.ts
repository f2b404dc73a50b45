import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBasket } from '../../testing/basket.ts';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { NO_EMISSION } from '../give/emission.ts';
import { lifetimeOf } from '../language/lifetime.ts';
import { DEFAULT_SETTINGS } from '../language/settings.ts';
import { newTrial, type Trial } from './trial.ts';
import { isBystander, moneyWorth, worthOf } from './worth.ts';

const BASKET = aBasket(
  aReceipt({
    currencies: {
      bonus: { kopecksPerPoint: { num: 3, den: 2 } },
      gems: { kopecksPerPoint: { num: 100, den: 1 }, worth: { num: 1, den: 3 } },
    },
  }),
);
const aTrial = (more: Partial<Trial> = {}): Trial =>
  Object.assign(newTrial(BASKET, aPromotion(), DEFAULT_SETTINGS), more);

/** A try that gives points: currency and number, in order. */
function giving(...gifts: (readonly [currencyCode: string, points: number])[]): Trial {
  const trial = aTrial();
  for (const [currencyCode, points] of gifts) {
    const [weights, parts] = [new Float64Array(1), new Float64Array(1)];
    trial.grants.push({ currencyCode, points, weights, parts, lifetime: lifetimeOf({}) });
    trial.grantCount += 1;
  }
  return trial;
}

for (const [currencyCode, points, kopecks] of [
  ['bonus', 3, 4],
  ['gems', 8, 2],
  ['gems', 2, 0],
  ['unheard-of', 1000, 0],
  ['constructor', 1000, 0],
] as const) {
  test(`${points} ${currencyCode} count for ${kopecks} kopecks`, () => {
    assert.equal(moneyWorth(BASKET, currencyCode, points), kopecks);
  });
}

test('money off, what points may pay and things to do add up', () => {
  const trial = aTrial({ discount: 100, allowanceCount: 1 });
  trial.allowances.push({ currencyCode: 'bonus', kopecks: new Float64Array(1), total: 20 });
  trial.emissions.push({ ...NO_EMISSION, worthKopecks: 5, quantity: 3 });
  assert.deepEqual(worthOf(trial), { kopecks: 135, points: 0 });
});

test('what is left from an earlier try does not count', () => {
  const trial = giving(['bonus', 100]);
  trial.grantCount = 0;
  trial.allowances.push({ currencyCode: 'bonus', kopecks: new Float64Array(1), total: 20 });
  assert.deepEqual(worthOf(trial), { kopecks: 0, points: 0 });
});

test('points of a currency are added before they are rounded, currencies apart', () => {
  // 4 + 5 gems are 3 kopecks, 1 + 2 points are 4.
  const trial = giving(['gems', 4], ['bonus', 1], ['gems', 5], ['bonus', 2]);
  assert.deepEqual(worthOf(trial), { kopecks: 7, points: 12 });
});

test('what is taken from the balance does not count', () => {
  assert.deepEqual(worthOf(giving(['bonus', -50], ['bonus', 2])), { kopecks: 3, points: 2 });
});

const TASK = { ...NO_EMISSION, quantity: 2 };
for (const [what, trial, expected] of [
  ['things to do that are worth nothing', { emissions: [TASK] }, true],
  ['things to do that are worth something', { emissions: [{ ...TASK, worthKopecks: 1 }] }, false],
  [
    'nothing of things that are worth something',
    { emissions: [{ ...TASK, quantity: 0, worthKopecks: 1 }] },
    true,
  ],
  ['money off', { discount: 1, emissions: [TASK] }, false],
  ['points', { grantCount: 1 }, false],
  ['what points may pay', { allowanceCount: 1 }, false],
  ['a floor', { hasFloors: true }, false],
  ['a bar', { terms: [{ kind: 'bar', currencyCode: 'bonus' }] }, false],
] as const satisfies readonly (readonly [string, Partial<Trial>, boolean])[]) {
  test(`an outcome with ${what} ${expected ? 'stands by' : 'competes'}`, () => {
    assert.equal(isBystander(aTrial(trial)), expected);
  });
}
