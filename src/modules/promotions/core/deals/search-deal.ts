import type { FoundDeal, View } from '../basket/view.ts';
import type { SetWish } from '../language/set-spec.ts';
import { planAlone } from './deal-alone.ts';
import { readingOf } from './deal-canonical.ts';
import { emptyFlow } from './deal-flow.ts';
import { planGreedily, unitBound } from './deal-greedy.ts';
import { type JointPlan, planJointly } from './deal-joint.ts';
import { type DealModel, dealModel } from './deal-model.ts';
import { newPathSpace } from './deal-path.ts';
import { planSame } from './deal-same.ts';
import type { Flow } from './flow.ts';

/** What a promotion takes of one slice. */
export type DealPart = {
  readonly slice: number;
  readonly targets: number;
  readonly companions: number;
};

/** A plan of sets: how good it is, and what each promotion gets, slices ascending. */
export type Deal = {
  readonly found: FoundDeal;
  /** By promotion, in the order of the wishes. */
  readonly parts: readonly { readonly sets: number; readonly slices: readonly DealPart[] }[];
};

/**
 * Searches the plan of sets of the greatest value, and of equals the smallest one; see docs/engine.md 6.3
 * and 6.4. At most `view.dealNodes` paths are looked at: then the best plan so far is given, with a bound
 * on how much better another could be.
 */
export function searchDeal(view: View, wishes: readonly SetWish[]): Deal {
  const model = dealModel(view, wishes);
  const plan = planOf(model, { nodes: view.dealNodes, wishes });
  return {
    found: foundBy(model, plan),
    parts: wishes.map((_, at) => partOf(model, plan.flow, at)),
  };
}

type Asked = { readonly nodes: number; readonly wishes: readonly SetWish[] };

function planOf(model: DealModel, { nodes, wishes }: Asked): JointPlan {
  const isAlone = wishes.length === 1;
  if (isAlone && wishes[0]?.spec.mix === 'same') return proved(planSame(model));
  const space = { model, space: newPathSpace(model), budget: { left: nodes } };
  const reading = readingOf(model);
  if (!isAlone) return orGreedy(model, planJointly(space, reading));
  const flow = model.variables.length === 0 ? null : planAlone(space, reading);
  if (flow !== null) return proved(flow);
  const bound = Number.POSITIVE_INFINITY;
  return orGreedy(model, { flow: planGreedily(model), isProved: false, bound });
}

function proved(flow: Flow): JointPlan {
  return { flow, isProved: true, bound: flow.value };
}

/** A plan that is not proved is at least as good as the greedy one, and as none. */
function orGreedy(model: DealModel, plan: JointPlan): JointPlan {
  if (plan.isProved) return plan;
  const greedy = planGreedily(model);
  const flow = greedy.value > plan.flow.value ? greedy : plan.flow;
  return { ...plan, flow: flow.value > 0 ? flow : nothingOf(model) };
}

function nothingOf(model: DealModel): Flow {
  return emptyFlow(model, new Int32Array(model.variables.length));
}

function foundBy(model: DealModel, { flow, isProved, bound }: JointPlan): FoundDeal {
  const { value } = flow;
  if (isProved) return { value, proved: true, gapKopecks: 0 };
  const gapKopecks = Math.max(0, Math.min(bound, unitBound(model)) - value);
  return { value, proved: false, gapKopecks };
}

function partOf(model: DealModel, flow: Flow, promotion: number): Deal['parts'][number] {
  const targets = new Map<number, number>();
  const companions = new Map<number, number>();
  let sets = 0;
  model.variables.forEach((variable, at) => {
    if (variable.promotion !== promotion) return;
    sets += flow.sets[at] ?? 0;
    for (const demand of variable.demands) {
      const isTarget = model.demands[demand]?.isTarget ?? true;
      collect(model, flow, { demand, into: isTarget ? targets : companions });
    }
  });
  const places = [...new Set([...targets.keys(), ...companions.keys()])].sort((a, b) => a - b);
  const slices = places.map((place) => ({
    slice: model.slices[place] ?? 0,
    targets: targets.get(place) ?? 0,
    companions: companions.get(place) ?? 0,
  }));
  return { sets, slices };
}

type Collecting = { readonly demand: number; readonly into: Map<number, number> };

function collect(model: DealModel, flow: Flow, { demand, into }: Collecting): void {
  const count = model.slices.length;
  for (let place = 0; place < count; place += 1) {
    const units = flow.units[demand * count + place] ?? 0;
    if (units > 0) into.set(place, (into.get(place) ?? 0) + units);
  }
}
