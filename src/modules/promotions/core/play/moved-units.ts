import { head } from '../basket/numbers.ts';
import { pointsColumn } from '../basket/points-column.ts';
import { redemptionColumn } from '../basket/redemption-column.ts';
import type { Trial } from './trial.ts';

// An outcome means the units that it was tried on, wherever others have set borders since.

/**
 * Finds the places of a selection again after others have split slices: each is where its first unit
 * stands now. What it has may reach beyond that slice, see {@link spreadRuns}.
 * @returns false when there were no splits since the try
 */
export function followSplits(trial: Trial): boolean {
  const { splits } = trial.basket.slices;
  const { slice, count } = trial.selection;
  const from = trial.splits;
  trial.splits = splits.length;
  for (let i = from; i < splits.length; i += 1) {
    const split = splits[i] ?? 0;
    for (let place = 0; place < count; place += 1) {
      const own = slice[place] ?? 0;
      if (own > split) slice[place] = own + 1;
    }
  }
  return from < splits.length;
}

/**
 * Gives every slice that a selection reaches a place of its own. What falls on a run of units that lay in
 * one slice when it was tried falls on its slices as if they were one: the new sums split by odd kopecks
 * first.
 */
export function spreadRuns(trial: Trial): void {
  const { selection, basket, allowances, grants } = trial;
  const runs = runsOf(trial);
  const pieces = runs.flat();
  if (pieces.length === selection.count) return;
  spreadDiscount(trial, runs);
  if (trial.hasFloors) spreadFloors(trial, runs);
  for (const allowance of allowances.slice(0, trial.allowanceCount)) {
    const { redeemable } = redemptionColumn(basket, allowance.currencyCode);
    allowance.kopecks = spread(trial, runs, { sums: redeemable, gifts: allowance.kopecks });
  }
  for (const grant of grants.slice(0, trial.grantCount)) {
    const { all } = pointsColumn(basket, grant.currencyCode);
    grant.parts = spread(trial, runs, { sums: all, gifts: grant.parts });
  }
  selection.count = pieces.length;
  selection.isWhole = false;
  selection.slice = Int32Array.from(pieces, ({ slice }) => slice);
  selection.targets = Int32Array.from(pieces, ({ targets }) => targets);
  selection.companions = Int32Array.from(pieces, ({ companions }) => companions);
}

/** What of a run lies in one slice now. */
type Piece = { readonly slice: number; readonly targets: number; readonly companions: number };

/** Pieces by place of the selection: targets come first, companions next. */
function runsOf({ selection, basket }: Trial): Piece[][] {
  const { units } = basket.slices;
  const runs: Piece[][] = [];
  for (let place = 0; place < selection.count; place += 1) {
    let missing = selection.targets[place] ?? 0;
    let needed = selection.companions[place] ?? 0;
    const run: Piece[] = [];
    for (let slice = selection.slice[place] ?? 0; missing + needed > 0; slice += 1) {
      const all = units[slice] ?? missing + needed;
      const targets = Math.min(all, missing);
      const companions = Math.min(all - targets, needed);
      run.push({ slice, targets, companions });
      missing -= targets;
      needed -= companions;
    }
    runs.push(run);
  }
  return runs;
}

/** What is added to a sum of each slice, and what it is by now. */
type Gifts = { readonly sums: Float64Array; readonly gifts: Float64Array };

/** Gifts by place of the pieces: the new sum of a run splits as that of one slice does. */
function spread(trial: Trial, runs: readonly Piece[][], { sums, gifts }: Gifts): Float64Array {
  const parts = new Float64Array(Math.max(gifts.length, runs.flat().length));
  let at = 0;
  runs.forEach((run, place) => {
    const gift = gifts[place] ?? 0;
    const after = sumOfRun(trial, run, sums) + gift;
    const all = run.reduce((units, { targets }) => units + targets, 0);
    let before = 0;
    for (const piece of run) {
      const { targets } = piece;
      const share = head(after, before + targets, all) - head(after, before, all);
      parts[at] = gift === 0 ? 0 : share - sumOfRun(trial, [piece], sums);
      before += targets;
      at += 1;
    }
  });
  return parts;
}

function sumOfRun({ basket }: Trial, run: readonly Piece[], sums: Float64Array): number {
  const { units } = basket.slices;
  return run.reduce(
    (sum, { slice, targets }) => sum + head(sums[slice] ?? 0, targets, units[slice] ?? 1),
    0,
  );
}

function spreadDiscount(trial: Trial, runs: readonly Piece[][]): void {
  const { price } = trial.basket.slices;
  const isInitial = trial.off.map((off, place) => Number(off === trial.initialOff[place]));
  const less = trial.off.map((off) => -off);
  trial.off = spread(trial, runs, { sums: price, gifts: less }).map((off) => -off);
  const whole = runs.flatMap((run, place) => run.map(() => isInitial[place] === 1));
  trial.initialOff = trial.off.map((off, at) => (whole[at] === true ? off : 0));
}

/** A floor that is raised is raised to what the run then has as a whole. */
function spreadFloors(trial: Trial, runs: readonly Piece[][]): void {
  const { floor } = trial.basket.slices;
  const { floors } = trial;
  const more = floors.map((raised, place) =>
    Math.max(0, raised - sumOfRun(trial, runs[place] ?? [], floor)),
  );
  trial.floors = spread(trial, runs, { sums: floor, gifts: more });
  runs.flat().forEach((piece, at) => {
    trial.floors[at] = (trial.floors[at] ?? 0) + sumOfRun(trial, [piece], floor);
  });
}
