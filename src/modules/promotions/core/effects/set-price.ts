import { Type } from 'typebox';
import { costOf, takeOffTogether } from '../give/give-money.ts';
import { defineEffect } from '../language/effect.ts';
import { CLOSED } from '../language/params.ts';
import { isFixed, valueOf } from '../play/value-at.ts';
import { compileValue } from '../value/compile-value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

/** A price for each set as a whole; what it is cheaper by is spread over its goods by price. */
export const setPrice = defineEffect({
  code: 'set-price',
  title: { ru: 'цена набора {priceKopecks}', en: 'price of the set {priceKopecks}' },
  params: Type.Object(
    { priceKopecks: valueParam('kopecks', { ru: 'Цена набора', en: 'Price of the set' }) },
    CLOSED,
  ),
  kind: 'price',
  phases: [3, 5],
  selectors: ['sets'],
  needs: ({ priceKopecks }) => ['lines', ...valueNeeds(priceKopecks)],
  isSteady: ({ priceKopecks }) => isFixed(priceKopecks),
  prepare: ({ priceKopecks }, context) => compileValue(priceKopecks, context),
  apply: (price, trial) => {
    const { count, sets } = trial.selection;
    const kopecks = Math.max(0, costOf(trial, 0, count) - valueOf(price, trial) * sets);
    takeOffTogether(trial, { from: 0, to: count, kopecks });
  },
  searchGain: ({ priceKopecks }, context) => {
    const price = compileValue(priceKopecks, context);
    return {
      ofUnit: (_basket, unit) => unit.priceKopecks,
      setPrice: (basket) => Math.max(0, price.at(basket, null, -1)),
    };
  },
});
