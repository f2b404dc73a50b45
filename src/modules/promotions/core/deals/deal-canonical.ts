import type { Growing } from './deal-flow.ts';
import type { DealModel } from './deal-model.ts';
import { findPath, followPath } from './deal-path.ts';
import type { Flow } from './flow.ts';

/** Which units of a plan are read in which order: promotion by promotion, component by component, slices backwards. */
export type Reading = readonly { readonly demand: number; readonly place: number }[];

/** The order in which a plan is read as a vector. */
export function readingOf(model: DealModel): Reading {
  const { slices, demands, variables } = model;
  const order = demands.map((demand, at) => ({
    at,
    promotion: variables[demand.variable]?.promotion ?? 0,
    component: demand.component,
  }));
  // Demands of one promotion and component are those of its SKUs: read as one, slice by slice.
  const groups = Map.groupBy(order, (one) => `${one.promotion} ${one.component}`);
  return [...groups.values()].flatMap((own) =>
    slices.flatMap((_, i) => {
      const place = slices.length - 1 - i;
      const demand = own.find(({ at }) => (demands[at]?.gains[place] ?? -1) >= 0);
      return demand === undefined ? [] : [{ demand: demand.at, place }];
    }),
  );
}

/**
 * Makes of a best plan the smallest one, read as a vector, of the same numbers of sets and the same
 * value: each number in turn is lowered by moving units elsewhere as long as that costs nothing.
 * @returns false when the budget is spent
 */
export function makeSmallest(growing: Growing, reading: Reading): boolean {
  const { model, flow, space, budget } = growing;
  const count = model.slices.length;
  space.isFrozen.fill(0);
  for (const { demand, place } of reading) {
    const at = demand * count + place;
    space.isFrozen[at] = 1;
    while ((flow.units[at] ?? 0) > 0) {
      if (budget.left <= 0) {
        space.isFrozen.fill(0);
        return false;
      }
      budget.left -= 1;
      if (!moveElsewhere(growing, demand, place)) break;
    }
  }
  space.isFrozen.fill(0);
  return true;
}

/** Moves units of a demand from a slice to others, at no loss; false = there is no way. */
function moveElsewhere({ model, flow, space }: Growing, demand: number, place: number): boolean {
  const count = model.slices.length;
  const at = demand * count + place;
  const { gains, groupAt } = model.demands[demand] ?? {};
  const start = count + (groupAt?.[place] ?? 0);
  const own = gains?.[place] ?? 0;
  const path = findPath({ model, flow, space }, { start, backTo: place, mayFree: true });
  if (path === null || path.gain < own) return false;
  // A unit that comes back to the slice it left, in another demand's place, frees nothing there.
  const most = flow.units[at] ?? 0;
  const moved = followPath({ model, flow, space }, { ...path, start, most });
  flow.units[at] = most - moved;
  flow.usedBySlice[place] = (flow.usedBySlice[place] ?? 0) - moved;
  flow.value -= own * moved;
  return true;
}

/** Compares two plans as vectors: below 0 when the first is smaller. */
export function comparePlans(
  a: Flow,
  b: Flow,
  { model, reading }: { readonly model: DealModel; readonly reading: Reading },
): number {
  const count = model.slices.length;
  for (const { demand, place } of reading) {
    const at = demand * count + place;
    const difference = (a.units[at] ?? 0) - (b.units[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
