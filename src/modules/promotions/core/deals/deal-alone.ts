import { comparePlans, makeSmallest, type Reading } from './deal-canonical.ts';
import { flowFor, type Growing } from './deal-flow.ts';
import type { Flow } from './flow.ts';

type Space = Omit<Growing, 'flow'>;

/** The best that one variable can do by itself, and the numbers of sets that reach it. */
export type Alone = { readonly value: number; readonly least: number; readonly most: number };

/**
 * The best numbers of sets of one variable, all others making none. Each further set brings at most as
 * much as the one before it (a maximum-gain flow is concave in what it must carry), so halving finds the
 * last one that loses nothing and the first one with which nothing more is gained.
 * @returns null when the budget is spent
 */
export function bestAlone(search: Space, variable: number): Alone | null {
  const { model, budget } = search;
  const known = new Map<number, number>([[0, 0]]);
  const valueOf = (sets: number): number => {
    const before = known.get(sets);
    if (before !== undefined) return before;
    const value = flowFor(search, setsOf(model.variables.length, variable, sets))?.value;
    known.set(sets, value ?? Number.NEGATIVE_INFINITY);
    return value ?? Number.NEGATIVE_INFINITY;
  };
  const gains = (sets: number) => {
    const value = valueOf(sets);
    return value === Number.NEGATIVE_INFINITY ? value : value - valueOf(sets - 1);
  };
  const max = model.variables[variable]?.max ?? 0;
  const most = lastWhere(max, (sets) => gains(sets) >= 0);
  const least = lastWhere(most, (sets) => gains(sets) > 0);
  return budget.left <= 0 ? null : { value: valueOf(most), least, most };
}

/** The last number from 1 to max that holds, where those that hold come first; 0 = none. */
function lastWhere(max: number, holds: (n: number) => boolean): number {
  let [low, high] = [0, max];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** One variable makes so many sets, all others none. */
function setsOf(variables: number, variable: number, sets: number): Int32Array {
  const all = new Int32Array(variables);
  all[variable] = sets;
  return all;
}

/**
 * The plan of a search with one variable.
 * @returns null when the budget is spent before the plan is proved
 */
export function planAlone(search: Space, reading: Reading): Flow | null {
  const { model } = search;
  const alone = bestAlone(search, 0);
  if (alone === null) return null;
  if (alone.value <= 0) return flowFor(search, new Int32Array(model.variables.length));
  let best: Flow | null = null;
  for (let sets = alone.least; sets <= alone.most; sets += 1) {
    const flow = flowFor(search, setsOf(model.variables.length, 0, sets));
    if (flow === null || !makeSmallest({ ...search, flow }, reading)) return null;
    if (best === null || comparePlans(flow, best, { model, reading }) < 0) best = flow;
  }
  return best;
}
