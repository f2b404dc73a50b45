import { Type } from 'typebox';
import { mulDivCeil } from '#shared/ratio.ts';
import { head } from '../basket/numbers.ts';
import { amountUp } from '../basket/unit-amounts.ts';
import { milliAt, raiseFloor } from '../give/give-money.ts';
import { defineEffect } from '../language/effect.ts';
import { basisPointsParam, CLOSED } from '../language/params.ts';
import type { Trial } from '../play/trial.ts';
import { valueAt } from '../play/value-at.ts';
import { compileValue } from '../value/compile-value.ts';
import { valueNeeds } from '../value/value-needs.ts';
import { valueParam } from '../value/value-param.ts';

/** No discount goes below this; a price that is lower already stays. */
export const minPrice = defineEffect({
  code: 'min-price',
  title: {
    ru: 'не дешевле[ {priceKopecks} за единицу][ {shareBasisPoints} полной цены]',
    en: 'not below[ {priceKopecks} per unit][ {shareBasisPoints} of the full price]',
  },
  params: Type.Object(
    {
      priceKopecks: Type.Optional(
        valueParam('kopecks', { ru: 'Цена', en: 'Price' }, { isPerLine: true }),
      ),
      shareBasisPoints: Type.Optional(
        basisPointsParam({ ru: 'Доля полной цены', en: 'Share of the full price' }),
      ),
    },
    CLOSED,
  ),
  kind: 'floor',
  phases: [1],
  half: '1a',
  needs: ({ priceKopecks = 0 }) => ['lines', ...valueNeeds(priceKopecks)],
  prepare: ({ priceKopecks, shareBasisPoints = 0 }, context) => ({
    price: priceKopecks === undefined ? null : compileValue(priceKopecks, context),
    share: shareBasisPoints,
  }),
  apply: ({ price, share }, trial) => {
    for (let place = 0; place < trial.selection.count; place += 1) {
      const part = partAt(trial, place);
      const least =
        price === null
          ? mulDivCeil(part.gross, share, 10_000)
          : amountUp(valueAt(price, trial, place), milliAt(trial, place));
      const floor = Math.min(part.price, least);
      if (floor > part.floor) raiseFloor(trial, place, floor);
    }
  },
  problems: ({ priceKopecks, shareBasisPoints }) => {
    if ((priceKopecks === undefined) !== (shareBasisPoints === undefined)) return [];
    const text = { ru: 'Назовите цену или долю.', en: 'Name either a price or a share.' };
    return [{ field: 'priceKopecks', code: 'price-or-share', text }];
  },
});

/** Sums of the targets at a place. */
function partAt({ basket, selection }: Trial, place: number) {
  const { gross, price, floor, units } = basket.slices;
  const slice = selection.slice[place] ?? 0;
  const targets = selection.targets[place] ?? 0;
  const all = units[slice] ?? 1;
  return {
    gross: head(gross[slice] ?? 0, targets, all),
    price: head(price[slice] ?? 0, targets, all),
    floor: head(floor[slice] ?? 0, targets, all),
  };
}
