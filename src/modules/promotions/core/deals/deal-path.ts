import type { DealModel } from './deal-model.ts';
import type { Flow } from './flow.ts';

/**
 * Working space of path searches. Nodes are slices (by place), then groups, then demands, then the rest: a
 * demand gives units to its groups, a group to its slices; a slice may push out a unit of another demand. A
 * slice with free units may take one for the rest, which takes back one of any other slice.
 */
export type PathSpace = {
  readonly gain: Float64Array;
  /** Node before it on the best path; −1 = not reached. */
  readonly from: Int32Array;
  readonly isQueued: Uint8Array;
  readonly queue: Int32Array;
  /** 1 = these units of a demand on a slice may not change any more. */
  readonly isFrozen: Uint8Array;
};

/** Working space for a model. */
export function newPathSpace({ slices, groups, demands }: DealModel): PathSpace {
  const nodes = slices.length + groups.length + demands.length + 1;
  return {
    gain: new Float64Array(nodes),
    from: new Int32Array(nodes),
    isQueued: new Uint8Array(nodes),
    queue: new Int32Array(nodes + 1),
    isFrozen: new Uint8Array(demands.length * slices.length),
  };
}

/** A plan among whose units a path is looked for. */
export type Searching = {
  readonly model: DealModel;
  readonly flow: Flow;
  readonly space: PathSpace;
};

/**
 * Where a path begins, and a slice at which it may end although it is full (−1 = none). `mayFree`: it may
 * leave a slice with fewer units than before, which a path that only adds units never needs.
 */
export type PathEnds = {
  readonly start: number;
  readonly backTo: number;
  readonly mayFree: boolean;
};

/** The end of the best path, and what a unit on it brings. */
export type Path = { readonly end: number; readonly gain: number };

/**
 * Looks for the path of greatest gain to a slice with a free unit; the earliest slice of equals. A plan
 * that is the best for its numbers of sets has no circle of gain, so the search ends (Bellman–Ford with
 * a queue). null = no unit can be placed.
 */
export function findPath(searching: Searching, ends: PathEnds): Path | null {
  const { start, backTo, mayFree } = ends;
  const { model, flow, space } = searching;
  const { gain, from, isQueued, queue } = space;
  const size = queue.length;
  gain.fill(UNREACHED);
  from.fill(-1);
  gain[start] = 0;
  queue[0] = start;
  let [head, tail] = [0, 1];
  while (head !== tail) {
    const node = queue[head] ?? 0;
    head = (head + 1) % size;
    isQueued[node] = 0;
    tail = relaxAll(searching, node, tail);
    if (mayFree) tail = relaxRest(searching, node, tail);
  }
  let end = -1;
  for (let place = 0; place < model.slices.length; place += 1) {
    const isOpen =
      place === backTo || (flow.usedBySlice[place] ?? 0) < (model.capacity[place] ?? 0);
    if (!isOpen || from[place] === -1) continue;
    if (end < 0 || (gain[place] ?? UNREACHED) > (gain[end] ?? UNREACHED)) end = place;
  }
  return end < 0 ? null : { end, gain: gain[end] ?? 0 };
}

const UNREACHED = Number.NEGATIVE_INFINITY;

/** Relaxes all arcs from a node; gives the new end of the queue. */
function relaxAll(searching: Searching, node: number, tail: number): number {
  const { model } = searching;
  const groups = model.slices.length;
  const demands = groups + model.groups.length;
  if (node >= demands + model.demands.length) return tail;
  if (node >= demands) return relaxDemand(searching, node, tail);
  return node >= groups ? relaxGroup(searching, node, tail) : relaxSlice(searching, node, tail);
}

function relaxDemand(searching: Searching, node: number, tail: number): number {
  const { model } = searching;
  const first = model.slices.length;
  let end = tail;
  for (const group of model.demands[node - first - model.groups.length]?.groups ?? []) {
    if (roomOf(searching, group) > 0)
      end = relax(searching, { node, to: first + group, more: 0 }, end);
  }
  return end;
}

function relaxGroup(searching: Searching, node: number, tail: number): number {
  const { model, flow, space } = searching;
  const count = model.slices.length;
  const group = node - count;
  const { demand = 0, places = [] } = model.groups[group] ?? {};
  const { gains } = model.demands[demand] ?? {};
  let end = tail;
  for (const place of places) {
    if (space.isFrozen[demand * count + place] === 1) continue;
    end = relax(searching, { node, to: place, more: gains?.[place] ?? 0 }, end);
  }
  if ((flow.usedByGroup[group] ?? 0) === 0) return end;
  return relax(searching, { node, to: count + model.groups.length + demand, more: 0 }, end);
}

function relaxSlice(searching: Searching, node: number, tail: number): number {
  const { model, flow, space } = searching;
  const count = model.slices.length;
  let end = tail;
  for (let demand = 0; demand < model.demands.length; demand += 1) {
    const at = demand * count + node;
    if ((flow.units[at] ?? 0) === 0 || space.isFrozen[at] === 1) continue;
    const { groupAt, gains } = model.demands[demand] ?? {};
    const to = count + (groupAt?.[node] ?? 0);
    end = relax(searching, { node, to, more: -(gains?.[node] ?? 0) }, end);
  }
  return end;
}

/** Arcs to the rest, and back from it. */
function relaxRest(searching: Searching, node: number, tail: number): number {
  const { model, flow } = searching;
  const rest = restOf(model);
  if (node < model.slices.length) {
    const isOpen = (flow.usedBySlice[node] ?? 0) < (model.capacity[node] ?? 0);
    return isOpen ? relax(searching, { node, to: rest, more: 0 }, tail) : tail;
  }
  if (node !== rest) return tail;
  let end = tail;
  for (let place = 0; place < model.slices.length; place += 1) {
    if ((flow.usedBySlice[place] ?? 0) === 0) continue;
    end = relax(searching, { node, to: place, more: 0 }, end);
  }
  return end;
}

function restOf({ slices, groups, demands }: DealModel): number {
  return slices.length + groups.length + demands.length;
}

type Arc = { readonly node: number; readonly to: number; readonly more: number };

function relax({ space }: Searching, { node, to, more }: Arc, tail: number): number {
  const { gain, from, isQueued, queue } = space;
  const found = (gain[node] ?? 0) + more;
  if (found <= (gain[to] ?? UNREACHED)) return tail;
  gain[to] = found;
  from[to] = node;
  if (isQueued[to] === 1) return tail;
  isQueued[to] = 1;
  queue[tail] = to;
  return (tail + 1) % queue.length;
}

/** How many more units a group may take. */
function roomOf({ model, flow }: Searching, group: number): number {
  const { isCapped = false, demand = 0 } = model.groups[group] ?? {};
  if (!isCapped) return Number.MAX_SAFE_INTEGER;
  const variable = model.demands[demand]?.variable ?? 0;
  return (flow.caps[variable] ?? 0) - (flow.usedByGroup[group] ?? 0);
}

/** A path that was found, and how many units may go along it at most. */
export type Following = Path & { readonly start: number; readonly most: number };

/** Sends units along the path that was found last; gives how many, at least one. */
export function followPath(searching: Searching, path: Following): number {
  const { model, flow, space } = searching;
  const units = Math.min(path.most, narrowest(searching, path));
  const count = model.slices.length;
  for (let node = path.end; node !== path.start; node = space.from[node] ?? path.start) {
    const before = space.from[node] ?? path.start;
    shiftUnits(searching, { before, node, units });
  }
  flow.usedBySlice[path.end] = (flow.usedBySlice[path.end] ?? 0) + units;
  flow.value += path.gain * units;
  return count === 0 ? 0 : units;
}

/** How many units the narrowest place of the path lets through. */
function narrowest(searching: Searching, { end, start }: Following): number {
  const { model, flow, space } = searching;
  const count = model.slices.length;
  let most = (model.capacity[end] ?? 0) - (flow.usedBySlice[end] ?? 0);
  // A path that leads back to where a unit was taken from carries one unit at least.
  if (most <= 0) most = Number.MAX_SAFE_INTEGER;
  for (let node = end; node !== start; node = space.from[node] ?? start) {
    const before = space.from[node] ?? start;
    const isGroup = node >= count && node < count + model.groups.length;
    if (node === restOf(model)) {
      most = Math.min(most, (model.capacity[before] ?? 0) - (flow.usedBySlice[before] ?? 0));
    } else if (before === restOf(model)) {
      most = Math.min(most, flow.usedBySlice[node] ?? 0);
    } else if (isGroup && before >= count + model.groups.length) {
      most = Math.min(most, roomOf(searching, node - count));
    } else if (isGroup) {
      const demand = model.groups[node - count]?.demand ?? 0;
      most = Math.min(most, flow.units[demand * count + before] ?? 0);
    } else if (node >= count + model.groups.length) {
      most = Math.min(most, flow.usedByGroup[before - count] ?? 0);
    }
  }
  return most;
}

type Shift = { readonly before: number; readonly node: number; readonly units: number };

/** Moves units along one arc of a path. */
function shiftUnits({ model, flow }: Searching, { before, node, units }: Shift): void {
  const count = model.slices.length;
  const demands = count + model.groups.length;
  if (node === restOf(model)) {
    flow.usedBySlice[before] = (flow.usedBySlice[before] ?? 0) + units;
  } else if (before === restOf(model)) {
    flow.usedBySlice[node] = (flow.usedBySlice[node] ?? 0) - units;
  } else if (node < count) {
    const demand = model.groups[before - count]?.demand ?? 0;
    const at = demand * count + node;
    flow.units[at] = (flow.units[at] ?? 0) + units;
  } else if (before < count) {
    const demand = model.groups[node - count]?.demand ?? 0;
    const at = demand * count + before;
    flow.units[at] = (flow.units[at] ?? 0) - units;
  } else if (before >= demands) {
    flow.usedByGroup[node - count] = (flow.usedByGroup[node - count] ?? 0) + units;
  } else {
    flow.usedByGroup[before - count] = (flow.usedByGroup[before - count] ?? 0) - units;
  }
}
