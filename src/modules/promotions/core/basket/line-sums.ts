import type { LineList } from '../compile/goods-filter.ts';
import { type Basket, unitsOf } from './basket.ts';

/** Thousandths of some lines. */
export function milliOfLines(basket: Basket, list: LineList): number {
  let milli = 0;
  for (let i = 0; i < list.count; i += 1) {
    milli += basket.lines[list.places[i] ?? 0]?.quantityMilli ?? 0;
  }
  return milli;
}

/** Units of some lines. */
export function unitsOfLines(basket: Basket, list: LineList): number {
  let units = 0;
  for (let i = 0; i < list.count; i += 1) {
    const line = basket.lines[list.places[i] ?? 0];
    if (line !== undefined) units += unitsOf(line);
  }
  return units;
}

/** Distinct SKUs of some lines. A receipt has few lines, so comparing beats a set that must be made. */
export function skusOfLines(basket: Basket, list: LineList): number {
  let skus = 0;
  for (let i = 0; i < list.count; i += 1) {
    if (!standsBefore(basket, list, i)) skus += 1;
  }
  return skus;
}

function standsBefore({ lines }: Basket, list: LineList, place: number): boolean {
  const sku = lines[list.places[place] ?? 0]?.sku;
  for (let i = 0; i < place; i += 1) {
    if (lines[list.places[i] ?? 0]?.sku === sku) return true;
  }
  return false;
}
