import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBasket } from '../../testing/basket.ts';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { NO_EMISSION } from '../give/emission.ts';
import { DEFAULT_SETTINGS } from '../language/settings.ts';
import { addAll } from '../select/selection.ts';
import {
  clearGifts,
  isEmptyTrial,
  newTrial,
  reserveTrial,
  startTrial,
  type Trial,
} from './trial.ts';

const fresh = () =>
  newTrial(aBasket(aReceipt({ lines: [{}, {}] })), aPromotion(), DEFAULT_SETTINGS);

const GIFTS: readonly (readonly [string, (trial: Trial) => void])[] = [
  ['money off', (trial) => (trial.discount = 1)],
  ['points', (trial) => (trial.grantCount = 1)],
  ['something that points may pay', (trial) => (trial.allowanceCount = 1)],
  ['a raised floor', (trial) => (trial.hasFloors = true)],
  ['a bar', (trial) => trial.terms.push({ kind: 'bar', currencyCode: 'bonus' })],
  ['something to do', (trial) => trial.emissions.push(NO_EMISSION)],
];

test('a new try has given nothing', () => {
  assert.equal(isEmptyTrial(fresh()), true);
});

for (const [what, give] of GIFTS) {
  test(`a try that gives ${what} is not empty until its gifts are taken back`, () => {
    const trial = fresh();
    give(trial);
    assert.equal(isEmptyTrial(trial), false);
    clearGifts(trial);
    assert.equal(isEmptyTrial(trial), true);
  });
}

test('taking gifts back keeps the selection and forgets which limit cut', () => {
  const trial = fresh();
  addAll(trial.selection, trial.basket.slices);
  Object.assign(trial, { limitedBy: 2, isCut: true });
  clearGifts(trial);
  assert.deepEqual([trial.selection.targetUnits, trial.limitedBy, trial.isCut], [2, -1, false]);
});

test('a try begins with nothing selected and nothing given', () => {
  const trial = fresh();
  addAll(trial.selection, trial.basket.slices);
  trial.discount = 5;
  const other = aPromotion({ code: 'other' });
  startTrial(trial, other, false);
  assert.deepEqual([trial.selection.count, trial.selection.targetUnits, trial.discount], [0, 0, 0]);
  assert.deepEqual([trial.promotion, trial.usesBase, trial.search], [other, false, null]);
});

test('there is room for as many places as a receipt may have', () => {
  const trial = fresh();
  reserveTrial(trial, 1000);
  for (const amounts of [trial.amounts, trial.rooms, trial.off, trial.initialOff, trial.floors]) {
    assert.ok(amounts.length >= 1000);
  }
  const { off } = trial;
  reserveTrial(trial, 10);
  assert.equal(trial.off, off);
});
