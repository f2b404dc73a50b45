import { isAllFree, isFree, type View } from '../basket/view.ts';
import type { GoodsRef } from '../compile/goods-filter.ts';
import { matching } from '../compile/goods-matcher.ts';
import { addWhole, type Selection } from './selection.ts';

/** Selects every free unit of the goods. */
export function pickGoods(goods: GoodsRef, view: View, into: Selection): void {
  const { basket } = view;
  const { first, units } = basket.slices;
  const lines = matching(goods, basket);
  const isOpen = isAllFree(view);
  for (let i = 0; i < lines.count; i += 1) {
    const line = lines.places[i] ?? 0;
    const end = first[line + 1] ?? 0;
    for (let slice = first[line] ?? 0; slice < end; slice += 1) {
      if (isOpen || isFree(view, slice)) addWhole(into, slice, units[slice] ?? 0);
    }
  }
}

/** Selects the free units of the goods in slices that pass a test. */
export function pickSlices(
  goods: GoodsRef,
  view: View,
  { into, isIn }: { readonly into: Selection; readonly isIn: (slice: number) => boolean },
): void {
  const { basket } = view;
  const { first, units } = basket.slices;
  const lines = matching(goods, basket);
  for (let i = 0; i < lines.count; i += 1) {
    const line = lines.places[i] ?? 0;
    const end = first[line + 1] ?? 0;
    for (let slice = first[line] ?? 0; slice < end; slice += 1) {
      if (isFree(view, slice) && isIn(slice)) addWhole(into, slice, units[slice] ?? 0);
    }
  }
}

/** Selects the free units of some lines, given in any order. */
export function pickLines(lines: readonly number[], view: View, into: Selection): void {
  const { first, units } = view.basket.slices;
  for (const line of [...lines].sort((a, b) => a - b)) {
    const end = first[line + 1] ?? 0;
    for (let slice = first[line] ?? 0; slice < end; slice += 1) {
      if (isFree(view, slice)) addWhole(into, slice, units[slice] ?? 0);
    }
  }
}

/** Lines of the goods that have a free unit, in order. */
export function freeLines(goods: GoodsRef, view: View): readonly number[] {
  const { basket } = view;
  const { first } = basket.slices;
  const lines = matching(goods, basket);
  const free: number[] = [];
  for (let i = 0; i < lines.count; i += 1) {
    const line = lines.places[i] ?? 0;
    const end = first[line + 1] ?? 0;
    for (let slice = first[line] ?? 0; slice < end; slice += 1) {
      if (!isFree(view, slice)) continue;
      free.push(line);
      break;
    }
  }
  return free;
}
