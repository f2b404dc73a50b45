import { Type } from 'typebox';
import { bringDown, gainOfNewPrice } from '../give/new-price.ts';
import { defineEffect } from '../language/effect.ts';
import { CLOSED } from '../language/params.ts';
import { DISCOUNT_PHASES } from '../language/phases.ts';
import { isFixed } from '../play/value-at.ts';
import { compileValue } from '../value/compile-value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

/** A price per whole unit instead of the dearer one. */
export const fixedPrice = defineEffect({
  code: 'fixed-price',
  title: { ru: 'цена {priceKopecks} за единицу', en: 'price {priceKopecks} per unit' },
  params: Type.Object(
    { priceKopecks: valueParam('kopecks', { ru: 'Цена', en: 'Price' }, { isPerLine: true }) },
    CLOSED,
  ),
  kind: 'price',
  phases: DISCOUNT_PHASES,
  needs: ({ priceKopecks }) => ['lines', ...valueNeeds(priceKopecks)],
  isSteady: ({ priceKopecks }) => isFixed(priceKopecks),
  prepare: ({ priceKopecks }, context) => compileValue(priceKopecks, context),
  apply: (price, trial) => {
    for (let place = 0; place < trial.selection.count; place += 1) bringDown(trial, place, price);
  },
  searchGain: ({ priceKopecks }, context) => gainOfNewPrice(compileValue(priceKopecks, context)),
});
