import { mulDivFloor } from '#shared/ratio.ts';
import type { LineList } from '../compile/goods-filter.ts';
import { choice, optionParam, optionsOf } from '../language/params.ts';
import type { Selection } from '../select/selection.ts';
import { type Basket, STAGE_AFTER_BASKET, STAGE_AFTER_LINES, STAGE_INITIAL } from './basket.ts';
import { head, shareInto, sumOf } from './numbers.ts';
import { NOT_FREE } from './slices.ts';

/** Names of the sums that a threshold may mean, without `paid-by`, which needs methods. */
export const STAGE_PARAM = optionsOf(
  optionParam('gross', { ru: 'до скидок', en: 'before discounts' }),
  optionParam('initial', { ru: 'по начальным ценам', en: 'at initial prices' }),
  optionParam('after-lines', { ru: 'после скидок на позиции', en: 'after line discounts' }),
  optionParam('after-basket', { ru: 'после скидок на чек', en: 'after basket discounts' }),
  optionParam('after-discounts', { ru: 'после скидок', en: 'after discounts' }),
  optionParam('payable', { ru: 'к оплате деньгами', en: 'payable with money' }),
  optionParam('paid-by-points', { ru: 'оплачено баллами', en: 'paid by points' }),
  optionParam('paid-by', { ru: 'оплачено способами', en: 'paid by the methods' }),
  optionParam('unprocessed', { ru: 'без скидок', en: 'not discounted' }),
);

/** Which sum a threshold means. */
export type StageName = (typeof STAGE_PARAM)[number]['const'];

/** A stage made ready; `methods` only for `paid-by`. */
export type Stage = { readonly name: StageName; readonly methods: readonly string[] };

/** Label and unit of a stage field. */
export const STAGE_CHOICE = choice({ ru: 'Сумма', en: 'Amount' });

/** The receipt's sum at a stage, as it stands, in kopecks. */
export function sumAt(basket: Basket, stage: Stage): number {
  return sumOf(amountsAt(basket, stage), basket.slices.count);
}

/** The sum of some lines at a stage, as it stands, in kopecks. */
export function sumOfLines(basket: Basket, stage: Stage, lines: LineList): number {
  const amounts = amountsAt(basket, stage);
  const { first } = basket.slices;
  let total = 0;
  for (let i = 0; i < lines.count; i += 1) {
    const place = lines.places[i] ?? 0;
    const end = first[place + 1] ?? 0;
    for (let s = first[place] ?? 0; s < end; s += 1) total += amounts[s] ?? 0;
  }
  return total;
}

/** The sum of what a selector targets at a stage, as it stands, in kopecks; nothing picked = 0. */
export function sumOfSelection(basket: Basket, stage: Stage, selection: Selection | null): number {
  if (selection === null) return 0;
  const amounts = amountsAt(basket, stage);
  const { units } = basket.slices;
  let total = 0;
  for (let i = 0; i < selection.count; i += 1) {
    const s = selection.slice[i] ?? 0;
    total += head(amounts[s] ?? 0, selection.targets[i] ?? 0, units[s] ?? 1);
  }
  return total;
}

/** Thousandths of what a selector targets. */
export function milliOfSelection(basket: Basket, selection: Selection | null): number {
  if (selection === null) return 0;
  const { milli, units } = basket.slices;
  let total = 0;
  for (let i = 0; i < selection.count; i += 1) {
    const s = selection.slice[i] ?? 0;
    total += ((milli[s] ?? 0) / (units[s] ?? 1)) * (selection.targets[i] ?? 0);
  }
  return total;
}

/** Kopecks per slice at a stage. The array is shared: read it before anything else is asked for. */
export function amountsAt(basket: Basket, stage: Stage): Float64Array {
  const { slices } = basket;
  switch (stage.name) {
    case 'gross':
      return slices.gross;
    case 'initial':
      return basket.stage >= STAGE_INITIAL ? slices.initial : slices.price;
    case 'after-lines':
      return basket.stage >= STAGE_AFTER_LINES ? slices.afterLines : slices.price;
    case 'after-basket':
      return basket.stage >= STAGE_AFTER_BASKET ? slices.afterBasket : slices.price;
    case 'after-discounts':
      return slices.price;
    case 'paid-by-points':
      return slices.paid;
    case 'payable':
      return payable(basket);
    case 'paid-by':
      return paidBy(basket, stage.methods);
    default:
      return unprocessed(basket);
  }
}

function payable({ slices }: Basket): Float64Array {
  const { scratch, price, paid } = slices;
  for (let s = 0; s < slices.count; s += 1) scratch[s] = (price[s] ?? 0) - (paid[s] ?? 0);
  return scratch;
}

function unprocessed(basket: Basket): Float64Array {
  const { slices } = basket;
  const { scratch, price, state } = slices;
  const initial = basket.stage >= STAGE_INITIAL ? slices.initial : price;
  for (let s = 0; s < slices.count; s += 1) {
    const isUntouched = (price[s] ?? 0) >= (initial[s] ?? 0) && ((state[s] ?? 0) & NOT_FREE) === 0;
    scratch[s] = isUntouched ? (price[s] ?? 0) : 0;
  }
  return scratch;
}

function paidBy(basket: Basket, methods: readonly string[]): Float64Array {
  const { facts, slices } = basket;
  let all = 0;
  let named = 0;
  for (const { method, kopecks } of facts.payments) {
    all += kopecks;
    if (methods.includes(method)) named += kopecks;
  }
  const amounts = payable(basket);
  const total = all === 0 ? 0 : mulDivFloor(sumOf(amounts, slices.count), named, all);
  shareInto(amounts, { total, weights: amounts, count: slices.count });
  return amounts;
}
