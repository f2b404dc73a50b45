import type { Basket } from '../basket/basket.ts';
import { TOUCHED_NOW } from '../basket/slices.ts';
import { splitSlice } from '../basket/split.ts';
import type { Selection } from './selection.ts';

/**
 * Splits the slices of which a part was selected, targets first, companions next, and marks what was
 * used. Afterwards `selection.slice` holds the places of the targets, and all their units are targets.
 * @param marks bits for used units, besides that they were touched
 */
export function applySelection(basket: Basket, selection: Selection, marks: number): void {
  const { slices } = basket;
  const bits = TOUCHED_NOW | marks;
  basket.sliceMarks |= bits;
  let shift = 0;
  for (let place = 0; place < selection.count; place += 1) {
    const slice = (selection.slice[place] ?? 0) + shift;
    const targets = selection.targets[place] ?? 0;
    const companions = selection.companions[place] ?? 0;
    let at = slice;
    selection.slice[place] = slice;
    if (targets > 0) {
      shift += splitAfter(basket, at, targets);
      slices.state[at] = (slices.state[at] ?? 0) | bits;
      at += 1;
    }
    if (companions > 0) {
      shift += splitAfter(basket, at, companions);
      slices.state[at] = (slices.state[at] ?? 0) | bits;
    }
  }
}

/** 1 when the slice had more units than these. */
function splitAfter(basket: Basket, slice: number, units: number): number {
  if ((basket.slices.units[slice] ?? 0) === units) return 0;
  splitSlice(basket, slice, units);
  return 1;
}
