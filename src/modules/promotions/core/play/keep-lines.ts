import { sumOf } from '../basket/numbers.ts';
import type { Trial } from './trial.ts';

/** Leaves of an outcome only what falls on some lines; what stands on no line stays. */
export function keepLines(trial: Trial, lines: Uint8Array): void {
  const { selection, basket } = trial;
  const { line } = basket.slices;
  let kept = 0;
  let units = 0;
  for (let place = 0; place < selection.count; place += 1) {
    if (lines[line[selection.slice[place] ?? 0] ?? 0] !== 1) continue;
    if (kept !== place) movePlace(trial, place, kept);
    units += selection.targets[kept] ?? 0;
    kept += 1;
  }
  if (kept === selection.count) return;
  selection.count = kept;
  selection.targetUnits = units;
  addUp(trial, kept);
}

function movePlace(trial: Trial, from: number, to: number): void {
  const { selection, rooms, off, initialOff, floors } = trial;
  selection.slice[to] = selection.slice[from] ?? 0;
  selection.targets[to] = selection.targets[from] ?? 0;
  selection.companions[to] = selection.companions[from] ?? 0;
  rooms[to] = rooms[from] ?? 0;
  off[to] = off[from] ?? 0;
  if (trial.hasInitial) initialOff[to] = initialOff[from] ?? 0;
  if (trial.hasFloors) floors[to] = floors[from] ?? 0;
  for (let i = 0; i < trial.allowanceCount; i += 1) {
    const kopecks = trial.allowances[i]?.kopecks;
    if (kopecks !== undefined) kopecks[to] = kopecks[from] ?? 0;
  }
  for (let i = 0; i < trial.grantCount; i += 1) {
    const grant = trial.grants[i];
    if (grant === undefined) continue;
    grant.weights[to] = grant.weights[from] ?? 0;
    grant.parts[to] = grant.parts[from] ?? 0;
  }
}

function addUp(trial: Trial, count: number): void {
  if (trial.discount > 0) trial.discount = sumOf(trial.off, count);
  for (const allowance of trial.allowances.slice(0, trial.allowanceCount)) {
    allowance.total = sumOf(allowance.kopecks, count);
  }
  if (trial.grantCount === 0) return;
  const given = trial.grants.slice(0, trial.grantCount);
  for (const grant of given) if (grant.points > 0) grant.points = sumOf(grant.parts, count);
  const kept = given.filter((grant) => grant.points !== 0);
  trial.grants.splice(0, given.length, ...kept, ...given.filter((grant) => grant.points === 0));
  trial.grantCount = kept.length;
}
