import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { aBasket } from '../../testing/basket.ts';
import { aPromotion, aReceipt } from '../../testing/builders.ts';
import { contextOf } from '../../testing/check-condition.ts';
import { newGoodsRegistry } from '../compile/goods-registry.ts';
import { newTrial } from '../play/trial.ts';
import { defineEffect } from './effect.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const context = contextOf(newGoodsRegistry().refOf);
const SOURCE = {
  code: 'gift',
  title: { ru: 'подарок', en: 'a gift' },
  params: Type.Object({ kopecks: Type.Integer() }, { additionalProperties: false }),
  kind: 'price',
  phases: [2],
  prepare: ({ kopecks }: { kopecks: number }) => kopecks,
  apply: (kopecks: number, trial: { discount: number }) => {
    trial.discount += kopecks;
  },
} as const;

test('an effect adds to the trial what was prepared from its parameters', () => {
  const trial = newTrial(aBasket(aReceipt()), aPromotion(), DEFAULT_SETTINGS);
  const apply = defineEffect(SOURCE).compile({ kopecks: 70 }, context);
  apply(trial);
  apply(trial);
  assert.equal(trial.discount, 140);
});

test('what an effect does not say is the careful answer', () => {
  const effect = defineEffect(SOURCE);
  const params = { kopecks: 1 };
  assert.deepEqual([effect.half, effect.selectors], [null, null]);
  assert.deepEqual([effect.needs(params), effect.problems(params)], [[], []]);
  assert.deepEqual([effect.isSteady(params), effect.worksWithoutGoods(params)], [false, false]);
});

test('a unit counts by its price in a search, unless the effect knows better', () => {
  const basket = aBasket(aReceipt());
  const unit = { slice: 0, priceKopecks: 300, milli: 1000 };
  const gainOf = (effect: ReturnType<typeof defineEffect>) =>
    effect.searchGain({ kopecks: 120 }, context);
  assert.equal(gainOf(defineEffect(SOURCE)).ofUnit(basket, unit), 300);
  assert.equal(gainOf(defineEffect(SOURCE)).setPrice(basket, null), 0);
  const priced = defineEffect({
    ...SOURCE,
    searchGain: ({ kopecks }) => ({ ofUnit: () => kopecks, setPrice: () => 5 }),
  });
  assert.equal(gainOf(priced).ofUnit(basket, unit), 120);
  assert.equal(gainOf(priced).setPrice(basket, null), 5);
});

test('deferred effects work on events, where there are no goods', () => {
  const deferred = defineEffect({ ...SOURCE, kind: 'deferred' });
  assert.equal(deferred.worksWithoutGoods({ kopecks: 1 }), true);
});

test('parameters that do not fit are a bug, and the effect is named', () => {
  for (const wrong of [{}, { kopecks: 0.5 }, { kopecks: 1, rate: 2 }]) {
    assert.throws(() => defineEffect(SOURCE).compile(wrong, context), /gift/);
  }
});
