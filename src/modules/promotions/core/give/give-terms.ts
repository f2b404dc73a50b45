import { head } from '../basket/numbers.ts';
import type { Allowance, Term, Trial } from '../play/trial.ts';
import type { Emission } from './emission.ts';

/**
 * Lets points of a currency pay for more of the targets at a place, as far as the price goes.
 * @param kopecks ≥ 0
 */
export function allow(
  trial: Trial,
  currencyCode: string,
  more: { readonly place: number; readonly kopecks: number },
): void {
  if (more.kopecks === 0) return;
  const room = allowanceRoom(trial, currencyCode, more.place);
  const before = findAllowance(trial, currencyCode)?.kopecks[more.place] ?? 0;
  const given = Math.min(more.kopecks, room - before);
  if (given <= 0) return;
  const allowance = findAllowance(trial, currencyCode) ?? newAllowance(trial, currencyCode);
  allowance.kopecks[more.place] = before + given;
  allowance.total += given;
}

/** What points of a currency could still pay for the targets at a place: price less what they may by now. */
export function allowanceRoom(trial: Trial, currencyCode: string, place: number): number {
  const { basket, selection } = trial;
  const slice = selection.slice[place] ?? 0;
  const targets = selection.targets[place] ?? 0;
  const all = basket.slices.units[slice] ?? 1;
  let allowed = 0;
  for (const column of basket.redemption) {
    if (column.currencyCode !== currencyCode) continue;
    allowed = head(column.redeemable[slice] ?? 0, targets, all);
  }
  return Math.max(0, head(basket.slices.price[slice] ?? 0, targets, all) - allowed);
}

function findAllowance(trial: Trial, currencyCode: string): Allowance | undefined {
  for (let i = 0; i < trial.allowanceCount; i += 1) {
    const known = trial.allowances[i];
    if (known?.currencyCode === currencyCode) return known;
  }
  return undefined;
}

function newAllowance(trial: Trial, currencyCode: string): Allowance {
  const places = trial.selection.count;
  const old = trial.allowances[trial.allowanceCount]?.kopecks;
  const kopecks =
    old !== undefined && old.length >= places ? old : new Float64Array(Math.max(16, places * 2));
  kopecks.fill(0, 0, places);
  const fresh = { currencyCode, kopecks, total: 0 };
  trial.allowances[trial.allowanceCount] = fresh;
  trial.allowanceCount += 1;
  return fresh;
}

/** Says how points pay on this receipt. */
export function addTerm(trial: Trial, term: Term): void {
  trial.terms.push(term);
}

/** Adds something for others to carry out. */
export function emit(trial: Trial, emission: Emission): void {
  trial.emissions.push(emission);
}
