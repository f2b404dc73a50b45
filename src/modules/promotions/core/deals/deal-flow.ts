import type { DealModel } from './deal-model.ts';
import { findPath, followPath, type PathSpace } from './deal-path.ts';
import type { Flow } from './flow.ts';

/** How many paths a search may still look at. */
export type Budget = { left: number };

/** A plan that grows within a budget. */
export type Growing = {
  readonly model: DealModel;
  readonly flow: Flow;
  readonly space: PathSpace;
  readonly budget: Budget;
};

/** A plan of nothing. @param caps numbers of sets that are going to be made */
export function emptyFlow(model: DealModel, caps: Int32Array): Flow {
  const { slices, demands, groups, variables } = model;
  return {
    units: new Int32Array(demands.length * slices.length),
    usedBySlice: new Int32Array(slices.length),
    usedByGroup: new Int32Array(groups.length),
    sets: new Int32Array(variables.length),
    caps,
    value: 0,
  };
}

/** A copy of a plan. */
export function copyFlow(flow: Flow): Flow {
  return {
    units: flow.units.slice(),
    usedBySlice: flow.usedBySlice.slice(),
    usedByGroup: flow.usedByGroup.slice(),
    sets: flow.sets.slice(),
    caps: flow.caps.slice(),
    value: flow.value,
  };
}

/**
 * Makes more sets of a variable. In a model with caps, its caps must have allowed for them from the start.
 * @returns false when there are not enough goods, or the budget is spent; the plan is of no use then
 */
export function addSets(growing: Growing, variable: number, sets: number): boolean {
  const { model, flow, space, budget } = growing;
  const { demands = [], priceKopecks = 0 } = model.variables[variable] ?? {};
  flow.sets[variable] = (flow.sets[variable] ?? 0) + sets;
  flow.value -= priceKopecks * sets;
  for (const demand of demands) {
    let missing = sets * (model.demands[demand]?.count ?? 0);
    while (missing > 0) {
      if (budget.left <= 0) return false;
      budget.left -= 1;
      const start = model.slices.length + model.groups.length + demand;
      const path = findPath({ model, flow, space }, { start, backTo: -1, mayFree: false });
      if (path === null) return false;
      missing -= followPath({ model, flow, space }, { ...path, start, most: missing });
    }
  }
  return true;
}

/** The best plan for these numbers of sets; null = there is none, or the budget is spent. */
export function flowFor(
  { model, space, budget }: Omit<Growing, 'flow'>,
  sets: Int32Array,
): Flow | null {
  const flow = emptyFlow(model, sets.slice());
  for (let variable = 0; variable < sets.length; variable += 1) {
    const count = sets[variable] ?? 0;
    if (count > 0 && !addSets({ model, flow, space, budget }, variable, count)) return null;
  }
  return flow;
}
