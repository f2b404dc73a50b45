import { emptyFlow } from './deal-flow.ts';
import type { DealModel } from './deal-model.ts';
import type { Flow } from './flow.ts';

/** One more set of a SKU: what it takes of each slice, and what it brings. */
type Bundle = {
  readonly variable: number;
  /** Units by place, the last place first. */
  readonly taken: readonly (readonly [place: number, units: number])[];
  readonly net: number;
};

/**
 * The plan of one promotion whose sets are of equal goods. SKUs do not share slices and each further set
 * of one brings no more than the last, so the best sets of all are simply taken, as many as there may be.
 */
export function planSame(model: DealModel): Flow {
  const bundles = model.variables.flatMap((_, variable) => bundlesOf(model, variable));
  bundles.sort((a, b) => b.net - a.net || byPlaces(a, b));
  const flow = emptyFlow(model, new Int32Array(model.variables.length));
  for (const bundle of bundles.slice(0, model.setsMax[0] ?? 0)) take(model, flow, bundle);
  return flow;
}

/** Sets of one SKU that bring something, the best first: dearest units, the first scanned of equals. */
function bundlesOf(model: DealModel, variable: number): Bundle[] {
  const { demands = [], max = 0, priceKopecks = 0 } = model.variables[variable] ?? {};
  const { gains, count = 1 } = model.demands[demands[0] ?? 0] ?? {};
  const gainAt = (place: number) => gains?.[place] ?? -1;
  const places = model.slices.flatMap((_, place) => (gainAt(place) < 0 ? [] : [place]));
  places.sort((a, b) => gainAt(b) - gainAt(a) || a - b);
  const left = model.capacity.slice();
  const bundles: Bundle[] = [];
  let next = 0;
  for (let set = 0; set < max; set += 1) {
    const taken: [number, number][] = [];
    let net = -priceKopecks;
    for (let missing = count; missing > 0; ) {
      const place = places[next] ?? 0;
      const units = Math.min(missing, left[place] ?? 0);
      left[place] = (left[place] ?? 0) - units;
      if (left[place] === 0) next += 1;
      if (units > 0) taken.push([place, units]);
      net += gainAt(place) * units;
      missing -= units;
    }
    if (net <= 0) break;
    bundles.push({ variable, taken: taken.sort(([a], [b]) => b - a), net });
  }
  return bundles;
}

/** As vectors that are read from the last slice: the one that takes less there comes first. */
function byPlaces(a: Bundle, b: Bundle): number {
  for (let i = 0; i < Math.max(a.taken.length, b.taken.length); i += 1) {
    const [placeA = -1, unitsA = 0] = a.taken[i] ?? [];
    const [placeB = -1, unitsB = 0] = b.taken[i] ?? [];
    if (placeA !== placeB) return placeA - placeB;
    if (unitsA !== unitsB) return unitsA - unitsB;
  }
  return 0;
}

function take(model: DealModel, flow: Flow, { variable, taken, net }: Bundle): void {
  const demand = model.variables[variable]?.demands[0] ?? 0;
  flow.sets[variable] = (flow.sets[variable] ?? 0) + 1;
  flow.value += net;
  for (const [place, units] of taken) {
    const at = demand * model.slices.length + place;
    flow.units[at] = (flow.units[at] ?? 0) + units;
  }
}
