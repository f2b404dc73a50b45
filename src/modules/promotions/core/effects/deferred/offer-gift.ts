import { Type } from 'typebox';
import { defineDeferred, WORTH_PARAM } from '../../give/deferred.ts';
import {
  PER_PARAMS,
  QUANTITY_PARAMS,
  QUANTITY_TITLE,
  quantityProblems,
} from '../../give/deferred-quantity.ts';
import { CLOSED, codesParam } from '../../language/params.ts';
import { valueParam } from '../../value/value-param.ts';

/** Goods that the till may add to the receipt at a special price; free, unless said. */
export const offerGift = defineDeferred({
  code: 'offer-gift',
  title: {
    ru: `предложить подарок {skus}${QUANTITY_TITLE.ru}[ за {priceKopecks}]`,
    en: `offer the gift {skus}${QUANTITY_TITLE.en}[ for {priceKopecks}]`,
  },
  params: Type.Object(
    {
      skus: codesParam({ ru: 'Артикулы', en: 'SKUs' }, 'goods'),
      ...QUANTITY_PARAMS,
      priceKopecks: Type.Optional(valueParam('kopecks', { ru: 'Цена', en: 'Price' })),
      ...PER_PARAMS,
      ...WORTH_PARAM,
    },
    CLOSED,
  ),
  defaults: { quantity: 1, priceKopecks: 0 },
  problems: quantityProblems,
});
