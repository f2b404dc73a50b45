import { bestAlone } from './deal-alone.ts';
import { comparePlans, makeSmallest, type Reading } from './deal-canonical.ts';
import { addSets, copyFlow, emptyFlow, flowFor, type Growing } from './deal-flow.ts';
import type { Flow } from './flow.ts';

type Space = Omit<Growing, 'flow'>;

/** The best plan found so far, and whether it is already the smallest of its kind. */
type Best = { flow: Flow; isSmallest: boolean };

/** A search over the numbers of sets of all variables. */
type Joint = {
  readonly space: Space;
  readonly reading: Reading;
  /** At most so much can come of the variables from here on. */
  readonly boundFrom: readonly number[];
  readonly best: Best;
  /** Sets by promotion, of the variables that are settled. */
  readonly made: Int32Array;
};

/** What a joint search came to; `isProved` = it ended by itself. */
export type JointPlan = { readonly flow: Flow; readonly isProved: boolean; readonly bound: number };

/**
 * Searches the numbers of sets of several variables by branch and bound: a branch is left when even the
 * best that the remaining variables could do by themselves does not reach the best plan so far.
 */
export function planJointly(space: Space, reading: Reading): JointPlan {
  const { model, budget } = space;
  const alone = model.variables.map((_, variable) => bestAlone(space, variable)?.value ?? null);
  if (alone.includes(null)) return unproved(emptyFlow(model, noSets(space)));
  const boundFrom: number[] = [0];
  for (const value of alone.toReversed()) boundFrom.unshift((boundFrom[0] ?? 0) + (value ?? 0));
  const joint: Joint = {
    space,
    reading,
    boundFrom,
    best: { flow: climb(space), isSmallest: false },
    made: new Int32Array(model.setsMax.length),
  };
  const root = emptyFlow(model, noSets(space));
  const isEnded = branch(joint, { variable: 0, flow: root });
  const { best } = joint;
  if (best.flow.value <= 0) best.flow = root;
  else if (isEnded && !best.isSmallest) {
    best.isSmallest = makeSmallest({ ...space, flow: best.flow }, reading);
  }
  const isProved = isEnded && (best.flow.value <= 0 || best.isSmallest) && budget.left > 0;
  return { flow: best.flow, isProved, bound: boundFrom[0] ?? 0 };
}

function unproved(flow: Flow): JointPlan {
  return { flow, isProved: false, bound: Number.POSITIVE_INFINITY };
}

function noSets({ model }: Space): Int32Array {
  return new Int32Array(model.variables.length);
}

/** A good plan to begin with: one more set of whatever brings most, until nothing brings anything. */
function climb(space: Space): Flow {
  const { model } = space;
  let flow = emptyFlow(model, noSets(space));
  for (;;) {
    let best = flow;
    for (let variable = 0; variable < model.variables.length; variable += 1) {
      if (!hasRoom(space, flow.sets, variable)) continue;
      const next = withMore(space, flow, variable);
      if (next !== null && next.value > best.value) best = next;
    }
    if (best === flow) return flow;
    flow = best;
  }
}

function hasRoom({ model }: Space, sets: Int32Array, variable: number): boolean {
  const { promotion = 0, max = 0 } = model.variables[variable] ?? {};
  if ((sets[variable] ?? 0) >= max) return false;
  const made = model.variables.reduce(
    (sum, one, at) => sum + (one.promotion === promotion ? (sets[at] ?? 0) : 0),
    0,
  );
  return made < (model.setsMax[promotion] ?? 0);
}

/** The best plan with one more set of a variable. */
function withMore(space: Space, flow: Flow, variable: number): Flow | null {
  if (space.model.hasCaps) {
    const sets = flow.sets.slice();
    sets[variable] = (sets[variable] ?? 0) + 1;
    return flowFor(space, sets);
  }
  const next = copyFlow(flow);
  return addSets({ ...space, flow: next }, variable, 1) ? next : null;
}

type Branch = { readonly variable: number; readonly flow: Flow };

/** Tries every number of sets of one variable; false = the budget is spent. */
function branch(joint: Joint, { variable, flow }: Branch): boolean {
  const { space, boundFrom, best, made } = joint;
  const { model, budget } = space;
  const own = model.variables[variable];
  if (own === undefined) return offer(joint, flow);
  let next: Flow | null = flow;
  let sets = 0;
  let before = Number.NEGATIVE_INFINITY;
  while (next !== null) {
    const reach = next.value + (boundFrom[variable + 1] ?? 0);
    if (reach >= best.flow.value && !branch(joint, { variable: variable + 1, flow: next }))
      return false;
    // Each further set brings no more than the last: once one loses, all do.
    if (reach < best.flow.value && next.value < before) break;
    const isFull =
      sets >= own.max || (made[own.promotion] ?? 0) >= (model.setsMax[own.promotion] ?? 0);
    if (isFull) break;
    before = next.value;
    next = withMore(space, next, variable);
    if (next === null && budget.left <= 0) return false;
    sets += 1;
    made[own.promotion] = (made[own.promotion] ?? 0) + 1;
  }
  made[own.promotion] = (made[own.promotion] ?? 0) - sets;
  return true;
}

/** Takes a whole plan when it is better, or as good and smaller; false = the budget is spent. */
function offer({ space, reading, best }: Joint, flow: Flow): boolean {
  const { model } = space;
  if (flow.value < best.flow.value || flow.value <= 0) return true;
  if (flow.value > best.flow.value) {
    best.flow = copyFlow(flow);
    best.isSmallest = false;
    return true;
  }
  if (!best.isSmallest) {
    if (!makeSmallest({ ...space, flow: best.flow }, reading)) return false;
    best.isSmallest = true;
  }
  const rival = copyFlow(flow);
  if (!makeSmallest({ ...space, flow: rival }, reading)) return false;
  if (comparePlans(rival, best.flow, { model, reading }) < 0) best.flow = rival;
  return true;
}
