import type { Basket } from './basket.ts';
import { head } from './numbers.ts';
import { grown, reserveSlices, type Slices } from './slices.ts';

/**
 * Splits a slice in two: its first units stay in their place, the rest moves to the next one. Every sum
 * splits by odd kopecks first, so no sum of the line changes.
 * @param units 1 … units of the slice − 1
 */
export function splitSlice(basket: Basket, slice: number, units: number): void {
  const { slices } = basket;
  const all = slices.units[slice] ?? 0;
  const before = slices.capacity;
  reserveSlices(slices, slices.count + 1, basket.lines.length);
  if (slices.capacity > before) growColumns(basket, slices.capacity);
  const part = { at: slice, count: slices.count, units, all };
  for (const amounts of sumsOf(slices)) splitSum(amounts, part);
  splitColumns(basket, part);
  shift(slices, slice, units);
}

/** A place that splits: so many units of all there are. */
type Part = {
  readonly at: number;
  readonly count: number;
  readonly units: number;
  readonly all: number;
};

function sumsOf(slices: Slices): Float64Array[] {
  return [
    slices.gross,
    slices.initial,
    slices.afterLines,
    slices.afterBasket,
    slices.base,
    slices.price,
    slices.floor,
    slices.paid,
  ];
}

function splitSum(amounts: Float64Array, { at, count, units, all }: Part): void {
  const amount = amounts[at] ?? 0;
  const first = head(amount, units, all);
  amounts.copyWithin(at + 1, at, count);
  amounts[at] = first;
  amounts[at + 1] = amount - first;
}

function splitColumns(basket: Basket, part: Part): void {
  for (const column of basket.points) {
    splitSum(column.earned, part);
    splitSum(column.all, part);
    splitSum(column.base, part);
  }
  for (const column of basket.redemption) {
    splitSum(column.redeemable, part);
    column.barred.copyWithin(part.at + 1, part.at, part.count);
  }
}

function growColumns(basket: Basket, capacity: number): void {
  for (const column of basket.points) {
    column.earned = grown(column.earned, capacity);
    column.all = grown(column.all, capacity);
    column.base = grown(column.base, capacity);
  }
  for (const column of basket.redemption) {
    column.redeemable = grown(column.redeemable, capacity);
    const barred = new Uint8Array(capacity);
    barred.set(column.barred);
    column.barred = barred;
  }
}

/** Moves what does not split as money does, and the lines' first slices. */
function shift(slices: Slices, slice: number, units: number): void {
  const { line, units: counts, milli, state, first, count } = slices;
  const all = counts[slice] ?? 0;
  // A slice of several units has the same milli in each of them.
  const each = (milli[slice] ?? 0) / all;
  line.copyWithin(slice + 1, slice, count);
  counts.copyWithin(slice + 1, slice, count);
  milli.copyWithin(slice + 1, slice, count);
  state.copyWithin(slice + 1, slice, count);
  counts[slice] = units;
  counts[slice + 1] = all - units;
  milli[slice] = each * units;
  milli[slice + 1] = each * (all - units);
  for (let i = (line[slice] ?? 0) + 1; i <= lastLine(slices); i += 1)
    first[i] = (first[i] ?? 0) + 1;
  slices.count = count + 1;
  slices.splits.push(slice);
}

/** The place behind the last line's, where `first` holds the number of slices. */
function lastLine(slices: Slices): number {
  return (slices.line[slices.count] ?? 0) + 1;
}
