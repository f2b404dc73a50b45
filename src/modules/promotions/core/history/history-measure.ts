import { divFloor } from '#shared/ratio.ts';
import type { Basket } from '../basket/basket.ts';
import { compileFilter } from '../basket/goods.ts';
import { milliOfLines } from '../basket/line-sums.ts';
import { type Stage, sumOfLines } from '../basket/stage.ts';
import type { CompileContext } from '../compile/compile-context.ts';
import type { GoodsRef, LineList } from '../compile/goods-filter.ts';
import { matching } from '../compile/goods-matcher.ts';
import type { DistanceUnit } from '../decision.ts';
import { type Facts, type HistoryFacts, ownFact } from '../facts.ts';
import { optionParam, optionsOf } from '../language/params.ts';

/** What a query of the history answers with; the average is worked out here. */
export const MEASURE_PARAM = optionsOf(
  optionParam('receipts', { ru: 'покупок', en: 'receipts' }),
  optionParam('kopecks', { ru: 'сумма', en: 'money' }),
  optionParam('milli', { ru: 'количество', en: 'quantity' }),
  optionParam('discountKopecks', { ru: 'скидки', en: 'discounts' }),
  optionParam('accruedPoints', { ru: 'начислено баллов', en: 'points earned' }),
  optionParam('paidPoints', { ru: 'списано баллов', en: 'points spent' }),
  optionParam('skus', { ru: 'разных товаров', en: 'different goods' }),
  optionParam('stores', { ru: 'разных магазинов', en: 'different stores' }),
  optionParam('largestKopecks', { ru: 'крупнейший чек', en: 'largest receipt' }),
  optionParam('averageKopecks', { ru: 'средний чек', en: 'average receipt' }),
);

export type Measure = (typeof MEASURE_PARAM)[number]['const'];

/** Whether a word names a measure. */
export function isMeasure(word: string): word is Measure {
  return Object.hasOwn(UNIT_BY_MEASURE, word);
}

/** Unit of a distance to a threshold, by measure. */
export const UNIT_BY_MEASURE: Readonly<Record<Measure, DistanceUnit>> = {
  receipts: 'receipts',
  kopecks: 'kopecks',
  milli: 'milli',
  discountKopecks: 'kopecks',
  accruedPoints: 'points',
  paidPoints: 'points',
  skus: 'units',
  stores: 'units',
  largestKopecks: 'kopecks',
  averageKopecks: 'kopecks',
};

/** The same for fields of forms and sentences, in their words. */
export const PARAM_UNIT_BY_MEASURE: Readonly<Record<Measure, string>> = {
  receipts: 'count',
  kopecks: 'kopecks',
  milli: 'thousandths',
  discountKopecks: 'kopecks',
  accruedPoints: 'points',
  paidPoints: 'points',
  skus: 'count',
  stores: 'count',
  largestKopecks: 'kopecks',
  averageKopecks: 'kopecks',
};

type Wish = {
  readonly aggregateKey: string;
  readonly measure: Measure;
  /** Adds this receipt as it stands when it has a line of the query's goods. */
  readonly includesThis: boolean;
};

/** Reads one measure of a declared query; an unknown history is 0. */
export type ReadMeasure = (facts: Facts, basket: Basket) => number;

/** Makes a measure ready to read. */
export function compileMeasure(wish: Wish, context: CompileContext): ReadMeasure {
  const { aggregateKey, measure, includesThis } = wish;
  const past = compilePast(aggregateKey, measure);
  if (!includesThis) return past;
  const goods = context.goods(compileFilter(context.aggregateOf(aggregateKey)));
  const now = withThis({ aggregateKey, measure, goods });
  return (facts, basket) =>
    matching(goods, basket).count === 0 ? past(facts, basket) : now(facts, basket);
}

function compilePast(key: string, measure: Measure): ReadMeasure {
  if (measure === 'averageKopecks') {
    return ({ history }) =>
      average(pastOf(history, key, 'kopecks'), pastOf(history, key, 'receipts'));
  }
  return ({ history }) => pastOf(history, key, measure);
}

type Read = { readonly aggregateKey: string; readonly measure: Measure; readonly goods: GoodsRef };

function withThis({ aggregateKey: key, measure, goods }: Read): ReadMeasure {
  if (measure === 'averageKopecks') {
    return ({ history }, basket) => {
      const kopecks =
        pastOf(history, key, 'kopecks') + sumOfLines(basket, NOW, matching(goods, basket));
      return average(kopecks, pastOf(history, key, 'receipts') + 1);
    };
  }
  const add = ADD_BY_MEASURE[measure];
  return ({ history }, basket) =>
    add(pastOf(history, key, measure), basket, matching(goods, basket));
}

type Add = (past: number, basket: Basket, lines: LineList) => number;

const NOW: Stage = { name: 'after-discounts', methods: [] };
const BEFORE: Stage = { name: 'gross', methods: [] };
const asItWas: Add = (past) => past;

// Which SKUs and stores are new, and what this receipt will earn, is not known yet.
const ADD_BY_MEASURE: Readonly<Record<Exclude<Measure, 'averageKopecks'>, Add>> = {
  receipts: (past) => past + 1,
  kopecks: (past, basket, lines) => past + sumOfLines(basket, NOW, lines),
  milli: (past, basket, lines) => past + milliOfLines(basket, lines),
  discountKopecks: (past, basket, lines) =>
    past + sumOfLines(basket, BEFORE, lines) - sumOfLines(basket, NOW, lines),
  accruedPoints: asItWas,
  paidPoints: asItWas,
  skus: asItWas,
  stores: asItWas,
  largestKopecks: (past, basket, lines) => Math.max(past, sumOfLines(basket, NOW, lines)),
};

function pastOf(history: Facts['history'], key: string, measure: keyof HistoryFacts): number {
  return ownFact(history, key)?.[measure] ?? 0;
}

function average(kopecks: number, receipts: number): number {
  return receipts === 0 ? 0 : divFloor(kopecks, receipts);
}
