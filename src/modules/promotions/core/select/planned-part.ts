import type { Basket } from '../basket/basket.ts';
import { isFree, type View } from '../basket/view.ts';
import { addSlice, clearSelection, type Selection } from './selection.ts';

/** A stretch of a line's units, and how many of those still free there are taken. */
export type PlannedStretch = {
  readonly line: number;
  /** Units of the line before it, and before its end. */
  readonly from: number;
  readonly to: number;
  readonly targets: number;
  readonly companions: number;
};

/** What a promotion gets of a plan for all; it stays true while others split the slices. */
export type PlannedPart = { readonly sets: number; readonly stretches: readonly PlannedStretch[] };

/** Where a slice stands on its line now. */
export function stretchOf(
  { slices }: Basket,
  part: { readonly slice: number; readonly targets: number; readonly companions: number },
): PlannedStretch {
  const line = slices.line[part.slice] ?? 0;
  let from = 0;
  for (let slice = slices.first[line] ?? 0; slice < part.slice; slice += 1) {
    from += slices.units[slice] ?? 0;
  }
  const to = from + (slices.units[part.slice] ?? 0);
  return { line, from, to, targets: part.targets, companions: part.companions };
}

/** Selects a part of a plan: of each stretch the first units that no winner before it has taken. */
export function selectPart({ sets, stretches }: PlannedPart, view: View, into: Selection): void {
  const { slices } = view.basket;
  clearSelection(into, slices.count);
  into.sets = sets;
  for (const { line, from, to, targets, companions } of stretches) {
    let at = 0;
    for (let slice = slices.first[line] ?? 0; at < to; slice += 1) {
      const isInside = at >= from;
      at += slices.units[slice] ?? 0;
      if (!isInside || !isFree(view, slice)) continue;
      addSlice(into, slice, { targets, companions });
      break;
    }
  }
}
