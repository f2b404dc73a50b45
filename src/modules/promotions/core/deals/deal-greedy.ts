import { divFloor } from '#shared/ratio.ts';
import { emptyFlow } from './deal-flow.ts';
import type { DealModel } from './deal-model.ts';
import type { Flow } from './flow.ts';

/**
 * A plan that anybody would make: promotions in order, each as many sets as it can of the dearest goods
 * that are left, component by component. What a search finds is never worse.
 */
export function planGreedily(model: DealModel): Flow {
  const flow = emptyFlow(model, new Int32Array(model.variables.length));
  const made = new Int32Array(model.setsMax.length);
  model.variables.forEach(({ promotion, max }, variable) => {
    const bound = Math.min(max, (model.setsMax[promotion] ?? 0) - (made[promotion] ?? 0));
    let sets = 0;
    while (sets < bound && addSet(model, flow, variable)) sets += 1;
    made[promotion] = (made[promotion] ?? 0) + sets;
  });
  return flow;
}

/** Adds one set; false = there are not enough goods, and nothing has changed. */
function addSet(model: DealModel, flow: Flow, variable: number): boolean {
  const { demands = [], priceKopecks = 0 } = model.variables[variable] ?? {};
  const count = model.slices.length;
  const taken: { readonly demand: number; readonly place: number; readonly gain: number }[] = [];
  for (const demand of demands) {
    const { count: units = 0, gains, groupAt } = model.demands[demand] ?? {};
    const isCapped = model.groups[groupAt?.find((group) => group >= 0) ?? -1]?.isCapped ?? false;
    const groups = new Set<number>();
    for (let unit = 0; unit < units; unit += 1) {
      let best = -1;
      for (let place = 0; place < count; place += 1) {
        const isFull = (flow.usedBySlice[place] ?? 0) >= (model.capacity[place] ?? 0);
        const gain = gains?.[place] ?? -1;
        if (isFull || gain < 0 || (isCapped && groups.has(groupAt?.[place] ?? -1))) continue;
        if (best < 0 || gain > (gains?.[best] ?? -1)) best = place;
      }
      if (best < 0) {
        for (const { place } of taken) flow.usedBySlice[place] = (flow.usedBySlice[place] ?? 0) - 1;
        return false;
      }
      flow.usedBySlice[best] = (flow.usedBySlice[best] ?? 0) + 1;
      groups.add(groupAt?.[best] ?? -1);
      taken.push({ demand, place: best, gain: gains?.[best] ?? 0 });
    }
  }
  for (const { demand, place, gain } of taken) {
    const at = demand * count + place;
    flow.units[at] = (flow.units[at] ?? 0) + 1;
    flow.value += gain;
  }
  flow.sets[variable] = (flow.sets[variable] ?? 0) + 1;
  flow.value -= priceKopecks;
  return true;
}

/**
 * A bound on every plan: each unit by itself, at the best that it could bring anywhere less its part of
 * the price of the set, or not used at all.
 */
export function unitBound(model: DealModel): number {
  let bound = 0;
  for (let place = 0; place < model.slices.length; place += 1) {
    let best = 0;
    for (const { gains, variable } of model.demands) {
      const gain = gains[place] ?? -1;
      if (gain >= 0) best = Math.max(best, gain - partOfPrice(model, variable));
    }
    bound += best * (model.capacity[place] ?? 0);
  }
  return bound;
}

function partOfPrice(model: DealModel, variable: number): number {
  const { demands = [], priceKopecks = 0 } = model.variables[variable] ?? {};
  const units = demands.reduce((sum, demand) => sum + (model.demands[demand]?.count ?? 0), 0);
  return divFloor(priceKopecks, units);
}
