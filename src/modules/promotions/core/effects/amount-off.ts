import { Type } from 'typebox';
import { AMOUNT_MAX } from '#shared/schema.ts';
import { amountDown } from '../basket/unit-amounts.ts';
import { milliAt, takeOff, takeOffPlaces, takeOffTogether } from '../give/give-money.ts';
import { defineEffect } from '../language/effect.ts';
import { CLOSED, choice, optionParam, optionsOf } from '../language/params.ts';
import { DISCOUNT_PHASES } from '../language/phases.ts';
import type { CompiledValue } from '../language/value.ts';
import type { Trial } from '../play/trial.ts';
import { isFixed, valueAt, valueOf } from '../play/value-at.ts';
import { placesBySku } from '../select/selected-skus.ts';
import { compileValue } from '../value/compile-value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

const PER_PARAM = optionsOf(
  optionParam('unit', { ru: 'с каждой единицы', en: 'per unit' }),
  optionParam('kilogram', { ru: 'с каждого килограмма', en: 'per kilogram' }),
  optionParam('selection', { ru: 'на все выбранные товары', en: 'over the selected goods' }),
  optionParam('sku', { ru: 'на каждый артикул', en: 'over each SKU' }),
  optionParam('set', { ru: 'с каждого набора', en: 'per set' }),
);

type Per = (typeof PER_PARAM)[number]['const'];

/**
 * A sum off each whole unit (parts of a unit in proportion, rounded down), or one sum spread by price
 * over everything selected, over each SKU, or over the sets.
 */
export const amountOff = defineEffect({
  code: 'amount-off',
  title: { ru: 'скидка {amountKopecks} {per}', en: '{amountKopecks} off {per}' },
  params: Type.Object(
    {
      amountKopecks: valueParam(
        'kopecks',
        { ru: 'Скидка', en: 'Discount' },
        { minimum: 1, isPerLine: true },
      ),
      per: Type.Union(PER_PARAM, choice({ ru: 'Как', en: 'How' })),
    },
    CLOSED,
  ),
  kind: 'price',
  phases: DISCOUNT_PHASES,
  needs: ({ amountKopecks }) => ['lines', ...valueNeeds(amountKopecks)],
  isSteady: ({ amountKopecks }) => isFixed(amountKopecks),
  prepare: ({ amountKopecks, per }, context) => ({
    amount: compileValue(amountKopecks, context),
    takeOffBy: WAYS[per],
  }),
  apply: ({ amount, takeOffBy }, trial) => takeOffBy(amount, trial),
  searchGain: ({ amountKopecks, per }, context) => {
    const amount = compileValue(amountKopecks, context);
    const isByUnit = per === 'unit' || per === 'kilogram';
    return {
      ofUnit: (basket, { slice, priceKopecks, milli }) => {
        if (!isByUnit) return priceKopecks;
        const line = amount.isPerLine ? (basket.slices.line[slice] ?? 0) : -1;
        const each = Math.max(0, amount.at(basket, null, line));
        return Math.min(priceKopecks, amountDown(each, milli));
      },
      setPrice: () => 0,
    };
  },
});

type Way = (amount: CompiledValue, trial: Trial) => void;

function perUnit(amount: CompiledValue, trial: Trial): void {
  for (let place = 0; place < trial.selection.count; place += 1) {
    const off = amountDown(valueAt(amount, trial, place), milliAt(trial, place));
    takeOff(trial, place, Math.min(off, trial.amounts[place] ?? 0));
  }
}

const WAYS: Readonly<Record<Per, Way>> = {
  unit: perUnit,
  kilogram: perUnit,
  selection: (amount, trial) => {
    const kopecks = valueOf(amount, trial);
    takeOffTogether(trial, { from: 0, to: trial.selection.count, kopecks });
  },
  sku: (amount, trial) => {
    const kopecks = valueOf(amount, trial);
    for (const places of placesBySku(trial)) takeOffPlaces(trial, places, kopecks);
  },
  set: (amount, trial) => {
    const kopecks = Math.min(AMOUNT_MAX, valueOf(amount, trial) * trial.selection.sets);
    takeOffTogether(trial, { from: 0, to: trial.selection.count, kopecks });
  },
};
