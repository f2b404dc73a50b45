import type { PointsGrant, Trial } from './trial.ts';
import { moneyWorth } from './worth.ts';

/** What an outcome brings on each line; −1 kopecks = nothing at all there. Used again and again. */
export type LineWorths = { kopecks: Float64Array; points: Float64Array };

/** Room for so many lines. */
export function newLineWorths(lines: number): LineWorths {
  return { kopecks: new Float64Array(lines), points: new Float64Array(lines) };
}

/** Works out what an outcome brings on each line. */
export function readLineWorths(trial: Trial, lines: number, into: LineWorths): void {
  if (into.kopecks.length < lines) Object.assign(into, newLineWorths(lines * 2));
  const { kopecks, points } = into;
  const { selection, basket } = trial;
  const { line } = basket.slices;
  for (let i = 0; i < lines; i += 1) {
    kopecks[i] = -1;
    points[i] = 0;
  }
  // Money off and nothing else is the rule.
  const isPlain =
    trial.grantCount === 0 &&
    trial.allowanceCount === 0 &&
    !trial.hasFloors &&
    trial.terms.length === 0;
  for (let place = 0; place < selection.count; place += 1) {
    const own = line[selection.slice[place] ?? 0] ?? 0;
    const off = trial.off[place] ?? 0;
    if (isPlain && off === 0) continue;
    if (!isPlain && !hasAnything(trial, place)) continue;
    const before = kopecks[own] ?? 0;
    kopecks[own] = Math.max(0, before) + off + (isPlain ? 0 : allowedAt(trial, place));
    if (!isPlain) points[own] = (points[own] ?? 0) + pointsAt(trial, place);
  }
  if (trial.grantCount > 0) addWorthOfPoints(trial, kopecks, lines);
}

/** A discount, something redeemable, points, a raised floor, a bar. */
function hasAnything(trial: Trial, place: number): boolean {
  if ((trial.off[place] ?? 0) > 0 || allowedAt(trial, place) > 0) return true;
  if (pointsAt(trial, place) > 0 || (trial.hasFloors && (trial.floors[place] ?? 0) > 0))
    return true;
  const isTarget = (trial.selection.targets[place] ?? 0) > 0;
  return isTarget && trial.terms.some(({ kind }) => kind === 'bar');
}

function allowedAt({ allowances, allowanceCount }: Trial, place: number): number {
  let kopecks = 0;
  for (let i = 0; i < allowanceCount; i += 1) kopecks += allowances[i]?.kopecks[place] ?? 0;
  return kopecks;
}

function pointsAt({ grants, grantCount }: Trial, place: number): number {
  let points = 0;
  for (let i = 0; i < grantCount; i += 1) points += grants[i]?.parts[place] ?? 0;
  return points;
}

/** Points count by currency and line, each rounded down. */
function addWorthOfPoints(trial: Trial, kopecks: Float64Array, lines: number): void {
  const given = trial.grants.slice(0, trial.grantCount);
  for (const [code, grants] of Map.groupBy(given, (grant) => grant.currencyCode)) {
    const points = new Float64Array(lines);
    for (const grant of grants) addPoints(trial, grant, points);
    for (let line = 0; line < lines; line += 1) {
      if ((points[line] ?? 0) === 0) continue;
      kopecks[line] = (kopecks[line] ?? 0) + moneyWorth(trial.basket, code, points[line] ?? 0);
    }
  }
}

function addPoints({ selection, basket }: Trial, grant: PointsGrant, into: Float64Array): void {
  for (let place = 0; place < selection.count; place += 1) {
    const line = basket.slices.line[selection.slice[place] ?? 0] ?? 0;
    into[line] = (into[line] ?? 0) + (grant.parts[place] ?? 0);
  }
}
