import { Type } from 'typebox';
import { bringDown } from '../give/new-price.ts';
import { defineEffect } from '../language/effect.ts';
import { CLOSED } from '../language/params.ts';
import { isFixed } from '../play/value-at.ts';
import { compileValue } from '../value/compile-value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

/** The price per whole unit that goods have to begin with: they still count as not discounted. */
export const initialPrice = defineEffect({
  code: 'initial-price',
  title: {
    ru: 'начальная цена {priceKopecks} за единицу',
    en: 'initial price {priceKopecks} per unit',
  },
  params: Type.Object(
    { priceKopecks: valueParam('kopecks', { ru: 'Цена', en: 'Price' }, { isPerLine: true }) },
    CLOSED,
  ),
  kind: 'price',
  phases: [1],
  needs: ({ priceKopecks }) => ['lines', ...valueNeeds(priceKopecks)],
  isSteady: ({ priceKopecks }) => isFixed(priceKopecks),
  prepare: ({ priceKopecks }, context) => compileValue(priceKopecks, context),
  apply: (price, trial) => {
    const { count } = trial.selection;
    if (!trial.hasInitial) trial.initialOff.fill(0, 0, count);
    trial.hasInitial = true;
    for (let place = 0; place < count; place += 1) {
      const off = bringDown(trial, place, price);
      trial.initialOff[place] = (trial.initialOff[place] ?? 0) + off;
    }
  },
});
