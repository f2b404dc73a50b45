import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBasket } from '../../testing/basket.ts';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { DEFAULT_SETTINGS } from '../language/settings.ts';
import { type CompiledValue, fixedValue } from '../language/value.ts';
import { addAll } from '../select/selection.ts';
import { newTrial } from './trial.ts';
import { isFixed, valueAt, valueOf } from './value-at.ts';

/** Three lines, all selected. */
function aTrial() {
  const trial = newTrial(
    aBasket(aReceipt({ lines: [{}, {}, {}] })),
    aPromotion(),
    DEFAULT_SETTINGS,
  );
  addAll(trial.selection, trial.basket.slices);
  return trial;
}
const value = (at: CompiledValue['at'], isPerLine = false): CompiledValue => ({
  fixed: null,
  isPerLine,
  readsSelection: true,
  at,
});

test('a value per line is asked for the line of each place', () => {
  const perLine = value((_basket, _selection, line) => 10 * line, true);
  const trial = aTrial();
  assert.deepEqual(
    [0, 1, 2].map((place) => valueAt(perLine, trial, place)),
    [0, 10, 20],
  );
});

test('a value of the whole promotion is asked for no line, and reads what is selected', () => {
  const one = value((_basket, selection, line) => 100 * line + (selection?.targetUnits ?? 0));
  const trial = aTrial();
  assert.deepEqual([valueAt(one, trial, 2), valueOf(one, trial)], [0, 0]);
  const units = value((_basket, selection) => selection?.targetUnits ?? 0);
  assert.deepEqual([valueAt(units, trial, 2), valueOf(units, trial)], [3, 3]);
});

test('below 0 counts as 0', () => {
  const negative = value(() => -5);
  assert.deepEqual([valueAt(negative, aTrial(), 0), valueOf(negative, aTrial())], [0, 0]);
});

test('a number is itself', () => {
  assert.deepEqual([valueAt(fixedValue(7), aTrial(), 1), valueOf(fixedValue(7), aTrial())], [7, 7]);
});

test('numbers are fixed, formulas are not', () => {
  assert.deepEqual([isFixed(5), isFixed({ source: 'local-day' })], [true, false]);
});
