import { fitInto } from '../basket/numbers.ts';
import type { Trial } from '../play/trial.ts';

/**
 * Takes money off the targets at one place, as far as there is room.
 * @param kopecks ≥ 0
 */
export function takeOff(trial: Trial, place: number, kopecks: number): void {
  const before = trial.off[place] ?? 0;
  const after = Math.min(before + kopecks, trial.rooms[place] ?? 0);
  trial.off[place] = after;
  trial.discount += after - before;
}

/** What one effect could take off at a place: no more than it costs, no more than there is room for. */
export function reachAt(trial: Trial, place: number): number {
  return Math.min(trial.amounts[place] ?? 0, trial.rooms[place] ?? 0);
}

/** A stretch of places of the selection, and what is to be taken off there in all. */
export type Stretch = { readonly from: number; readonly to: number; readonly kopecks: number };

/** Takes a sum off a stretch of places, in proportion to what they cost, as far as there is room. */
export function takeOffTogether(trial: Trial, { from, to, kopecks }: Stretch): void {
  if (kopecks === 0) return;
  if (to - from === 1) {
    // One place takes all that it can reach, and nothing when it costs nothing.
    takeOff(trial, from, Math.min(kopecks, reachAt(trial, from)));
    return;
  }
  const count = to - from;
  reserve(count);
  for (let i = 0; i < count; i += 1) {
    weights[i] = trial.amounts[from + i] ?? 0;
    rooms[i] = reachAt(trial, from + i);
  }
  fitInto(parts, { total: kopecks, weights, rooms, count });
  for (let i = 0; i < count; i += 1) takeOff(trial, from + i, parts[i] ?? 0);
}

/** Takes a sum off the places of a list, as {@link takeOffTogether} does. */
export function takeOffPlaces(trial: Trial, places: readonly number[], kopecks: number): void {
  const count = places.length;
  reserve(count);
  places.forEach((place, i) => {
    weights[i] = trial.amounts[place] ?? 0;
    rooms[i] = reachAt(trial, place);
  });
  fitInto(parts, { total: kopecks, weights, rooms, count });
  places.forEach((place, i) => takeOff(trial, place, parts[i] ?? 0));
}

/** Whether no line is split, so that every place of the selection is a line of its own. */
export function isByLine({ basket }: Trial): boolean {
  return basket.slices.count === basket.lines.length;
}

/** The end of the run of places that begins at `from` and belongs to one line. */
export function lineEnd({ selection, basket }: Trial, from: number): number {
  const { line } = basket.slices;
  const own = line[selection.slice[from] ?? 0];
  let end = from + 1;
  while (end < selection.count && line[selection.slice[end] ?? 0] === own) end += 1;
  return end;
}

/** The sum of what the targets of a stretch cost. */
export function costOf(trial: Trial, from: number, to: number): number {
  let total = 0;
  for (let place = from; place < to; place += 1) total += trial.amounts[place] ?? 0;
  return total;
}

/** Thousandths of the targets at a place. */
export function milliAt({ selection, basket }: Trial, place: number): number {
  const { milli, units } = basket.slices;
  const slice = selection.slice[place] ?? 0;
  const targets = selection.targets[place] ?? 0;
  const all = units[slice] ?? 1;
  return targets === all ? (milli[slice] ?? 0) : ((milli[slice] ?? 0) / all) * targets;
}

/** Raises the floor of the targets at a place to at least this; never lowers it. */
export function raiseFloor(trial: Trial, place: number, kopecks: number): void {
  if (!trial.hasFloors) {
    trial.hasFloors = true;
    trial.floors.fill(0, 0, trial.selection.count);
  }
  trial.floors[place] = Math.max(trial.floors[place] ?? 0, kopecks);
}

// Working space of one call.
let weights = new Float64Array(64);
let rooms = new Float64Array(64);
let parts = new Float64Array(64);

function reserve(count: number): void {
  if (weights.length >= count) return;
  weights = new Float64Array(count * 2);
  rooms = new Float64Array(count * 2);
  parts = new Float64Array(count * 2);
}
