import { Type } from 'typebox';
import { divFloor } from '#shared/ratio.ts';
import { head } from '../basket/numbers.ts';
import { amountNear } from '../basket/unit-amounts.ts';
import { takeOff } from '../give/give-money.ts';
import { defineEffect } from '../language/effect.ts';
import { CLOSED, countParam } from '../language/params.ts';
import { DISCOUNT_PHASES } from '../language/phases.ts';
import type { CompiledValue } from '../language/value.ts';
import type { Trial } from '../play/trial.ts';
import { valueAt } from '../play/value-at.ts';
import { compileValue } from '../value/compile-value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

/** Some of the selected goods, the cheapest first, for nothing or for a token price. */
export const giftGoods = defineEffect({
  code: 'gift-goods',
  title: {
    ru: 'подарок[ по цене {priceKopecks}][, не больше {maxUnits}]',
    en: 'as a gift[ for {priceKopecks}][, {maxUnits} at most]',
  },
  params: Type.Object(
    {
      priceKopecks: Type.Optional(
        valueParam('kopecks', { ru: 'Цена', en: 'Price' }, { isPerLine: true }),
      ),
      maxUnits: Type.Optional(countParam({ ru: 'Не больше единиц', en: 'Units at most' }, 1)),
    },
    CLOSED,
  ),
  kind: 'price',
  phases: DISCOUNT_PHASES,
  needs: ({ priceKopecks = 0 }) => ['lines', ...valueNeeds(priceKopecks)],
  // No isSteady: its room is that of the units it chooses, not of all that is selected.
  prepare: ({ priceKopecks = 0, maxUnits = Number.MAX_SAFE_INTEGER }, context) => ({
    price: compileValue(priceKopecks, context),
    maxUnits,
  }),
  apply: ({ price, maxUnits }, trial) => {
    let left = maxUnits;
    for (const place of cheapestFirst(trial)) {
      const units = Math.min(left, trial.selection.targets[place] ?? 0);
      if (units > 0) give(trial, { place, units, price });
      left -= units;
    }
  },
});

type Gift = { readonly place: number; readonly units: number; readonly price: CompiledValue };

/** Brings the first units of the targets at a place down to the price. */
function give(trial: Trial, { place, units, price }: Gift): void {
  const { selection, basket } = trial;
  const slice = selection.slice[place] ?? 0;
  const targets = selection.targets[place] ?? 0;
  const { slices } = basket;
  const all = slices.units[slice] ?? 1;
  // What is above a threshold has no units any more: it splits like any sum.
  const isPlain = selection.thresholdKopecks === 0;
  const from = trial.usesBase ? slices.base : slices.price;
  const cost = isPlain
    ? head(from[slice] ?? 0, units, all)
    : head(trial.amounts[place] ?? 0, units, targets);
  const room =
    head(slices.price[slice] ?? 0, units, all) - head(slices.floor[slice] ?? 0, units, all);
  const milli = ((slices.milli[slice] ?? 0) / all) * units;
  const wanted = amountNear(valueAt(price, trial, place), milli);
  takeOff(trial, place, Math.max(0, Math.min(cost - wanted, room)));
}

function cheapestFirst(trial: Trial): readonly number[] {
  const { selection, basket, usesBase } = trial;
  const { base, price, units } = basket.slices;
  const from = usesBase ? base : price;
  const unitPrice = (place: number) => {
    const slice = selection.slice[place] ?? 0;
    return divFloor(from[slice] ?? 0, units[slice] ?? 1);
  };
  const places = Array.from({ length: selection.count }, (_, place) => place);
  return places.sort((a, b) => unitPrice(a) - unitPrice(b) || a - b);
}
