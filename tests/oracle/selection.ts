import { down } from './numbers.ts';
import { type Field, get, type Slice, type Unit } from './state.ts';
import type { Pick, Selection, World } from './world.ts';

/** The slice of every unit, in the order in which the units stand. */
export type LineUp = readonly Slice[];

export function units(slice: Slice): Slice[] {
  return slice.units.map(() => slice);
}

/** What units of a slice are compared by. */
export function unitPrice(slice: Slice, field: Field): bigint {
  return down(get(slice, field), BigInt(slice.units.length));
}

/** Equal prices stay in unit order: the sort is stable. */
export function ordered(slices: readonly Slice[], order: string, field: Field): LineUp {
  const all = slices.flatMap(units);
  if (order === 'as-scanned') return all;
  const sign = order === 'dearest-first' ? -1 : 1;
  return all.sort((a, b) => sign * Number(unitPrice(a, field) - unitPrice(b, field)));
}

/** Counts line-ups per slice, in unit order. */
export function selection(world: World, targets: LineUp, companions: LineUp): Selection {
  const count = (lineUp: LineUp, slice: Slice): number =>
    lineUp.filter((one) => one === slice).length;
  const picks = world.state.slices.map((slice) => ({
    slice,
    skip: 0,
    targets: count(targets, slice),
    companions: count(companions, slice),
  }));
  return { picks: picks.filter(isSome), sets: 1, threshold: 0n, search: null };
}

export function isSome(pick: Pick): boolean {
  return pick.targets + pick.companions > 0;
}

export function hasTargets({ picks }: Selection): boolean {
  return picks.some((pick) => pick.targets > 0);
}

export function targetUnits({ slice, skip, targets }: Pick): Unit[] {
  return slice.units.slice(skip, skip + targets);
}

export function companionUnits({ slice, skip, targets, companions }: Pick): Unit[] {
  return slice.units.slice(skip + targets, skip + targets + companions);
}
