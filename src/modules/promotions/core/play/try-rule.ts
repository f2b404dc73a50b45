import { head } from '../basket/numbers.ts';
import { SETS_UNBOUNDED, type View } from '../basket/view.ts';
import type { CompiledLimit } from '../compile/compile-limits.ts';
import type { CompiledRule } from '../compile/compile-rule.ts';
import { keepAbove } from '../give/give-points.ts';
import { type PlannedPart, selectPart } from '../select/planned-part.ts';
import { clearSelection } from '../select/selection.ts';
import { ENDLESS, type LimitBook, roomOf } from './limit-book.ts';
import { clearGifts, isEmptyTrial, reserveTrial, startTrial, type Trial } from './trial.ts';

/** What a try came to: something, no targets, nothing, or a limit that left nothing. */
export type Tried = typeof GIVES | typeof NO_GOODS | typeof NOTHING | typeof LIMITED;
export const GIVES = 0;
export const NO_GOODS = 1;
export const NOTHING = 2;
export const LIMITED = 3;

/** Where promotions are tried. */
export type TryRoom = {
  readonly book: LimitBook;
  /** Working space. */
  readonly view: View;
  /** They count from the group's base (and H), not from prices as they stand (and Q). */
  readonly usesBase: boolean;
};

/**
 * Works out what a promotion would give on the basket as it is: selector, effects, limits. Changes
 * nothing but the trial.
 */
export function tryRule(trial: Trial, rule: CompiledRule, room: TryRoom): Tried {
  startTrial(trial, rule.promotion, room.usesBase);
  select(trial, rule, room.view);
  if (rule.limits.all.length > 0) {
    if (!isWithinSets(trial, rule, room) || isStoppedBefore(trial, rule, room.book)) return LIMITED;
  }
  const { basket, selection } = trial;
  if (selection.targetUnits === 0 && !(basket.lines.length === 0 && rule.worksWithoutGoods)) {
    return NO_GOODS;
  }
  return workOut(trial, rule, room);
}

/** Works out what a promotion gives on its part of a plan that was found for all. */
export function tryPlanned({ trial, rule, plan }: Planned, room: TryRoom): Tried {
  const { view } = room;
  startTrial(trial, rule.promotion, room.usesBase);
  view.basket = trial.basket;
  view.sight = rule.sight;
  selectPart(plan, view, trial.selection);
  if (isStoppedBefore(trial, rule, room.book)) return LIMITED;
  return trial.selection.targetUnits === 0 ? NO_GOODS : workOut(trial, rule, room);
}

/** A promotion with its part of a plan. */
export type Planned = {
  readonly trial: Trial;
  readonly rule: CompiledRule;
  readonly plan: PlannedPart;
};

/** How many sets a promotion may make: its own bound, and what its limits leave. */
export function setsRoom(rule: CompiledRule, book: LimitBook, { basket }: Trial): number {
  let room = rule.sets?.maxSets ?? SETS_UNBOUNDED;
  for (const { limit } of rule.limits.sets) room = Math.min(room, roomOf(book, limit, basket));
  return room;
}

/** Works out what the effects give on a selection that is settled. */
export function workOut(trial: Trial, rule: CompiledRule, { book }: TryRoom): Tried {
  const { effects } = rule;
  const { count } = trial.selection;
  reserveTrial(trial, count);
  if (rule.readsPrices) readPrices(trial);
  else clearOff(trial, count);
  for (let i = 0; i < effects.length; i += 1) {
    trial.effectNo = i;
    effects[i]?.(trial);
  }
  return settleOutcome(trial, rule, book);
}

// A loop: filling a stretch of a few places is a call into the runtime.
function clearOff({ off }: Trial, count: number): void {
  for (let place = 0; place < count; place += 1) off[place] = 0;
}

/** Takes back deferred effects that nothing stands behind, then what limits leave no room for. */
export function settleOutcome(trial: Trial, rule: CompiledRule, book: LimitBook): Tried {
  withdrawIdle(trial, rule);
  if (rule.limits.outcome.length > 0) {
    if (isStoppedAfter(trial, rule, book)) return LIMITED;
    withdrawIdle(trial, rule);
  }
  return answerOf(trial, rule);
}

/** What has come of a try by now. Deferred effects alone always come to something. */
function answerOf(trial: Trial, rule: CompiledRule): Tried {
  if (trial.discount > 0) return GIVES;
  if (trial.limitedBy >= 0 && isEmptyTrial(trial)) return LIMITED;
  return rule.isDeferred || !isEmptyTrial(trial) ? GIVES : NOTHING;
}

/** Deferred effects stand only beside gifts, where the promotion has any to give. */
function withdrawIdle(trial: Trial, rule: CompiledRule): void {
  if (!rule.isGiving || trial.emissions.length === 0) return;
  if (trial.discount > 0 || trial.grantCount > 0 || trial.allowanceCount > 0) return;
  trial.emissions.length = 0;
}

export function select(trial: Trial, rule: CompiledRule, view: View): void {
  const { slices } = trial.basket;
  view.basket = trial.basket;
  view.prices = trial.usesBase ? slices.base : slices.price;
  view.sight = rule.sight;
  view.setsMax = SETS_UNBOUNDED;
  view.search = null;
  rule.select(view, trial.selection);
  trial.search = view.search;
}

/** What the targets cost, and what can be taken off. */
export function readPrices(trial: Trial): void {
  const { basket, selection, amounts, rooms, off } = trial;
  const { base, price, floor } = basket.slices;
  const { slice: slices, isWhole, count } = selection;
  const from = trial.usesBase ? base : price;
  let total = 0;
  for (let place = 0; place < count; place += 1) {
    const slice = slices[place] ?? 0;
    const cost = from[slice] ?? 0;
    const now = price[slice] ?? 0;
    const least = floor[slice] ?? 0;
    // Whole slices are the rule, and need no division.
    const amount = isWhole ? cost : partOf(trial, place, cost);
    const room = isWhole ? now - least : partOf(trial, place, now) - partOf(trial, place, least);
    amounts[place] = amount;
    rooms[place] = room > 0 ? room : 0;
    off[place] = 0;
    total += amount;
  }
  if (selection.thresholdKopecks > 0) keepAbove(trial, total);
}

/** What of a sum of a slice falls on the targets at its place. */
function partOf({ selection, basket }: Trial, place: number, amount: number): number {
  const all = basket.slices.units[selection.slice[place] ?? 0] ?? 1;
  return head(amount, selection.targets[place] ?? 0, all);
}

/** Limits that bound the selection; true = nothing is left, `trial.limitedBy` says by which. */
function isStoppedBefore(trial: Trial, rule: CompiledRule, book: LimitBook): boolean {
  const { selection } = rule.limits;
  for (let i = 0; i < selection.length; i += 1) {
    const bound = selection[i];
    if (bound === undefined) continue;
    const { limit, unit } = bound;
    const answer = unit.cut(limit, book, trial);
    if (answer === 'within') continue;
    trial.isCut = true;
    trial.limitedBy = limit.no;
    if (answer === 'nothing') return true;
  }
  trial.limitedBy = -1;
  return false;
}

/** Selects anew with fewer sets, when there are more than a limit has room for; false = there is none. */
function isWithinSets(trial: Trial, rule: CompiledRule, room: TryRoom): boolean {
  for (const { limit } of rule.limits.sets) {
    if (!isWithin(trial, { rule, limit, room })) return false;
  }
  return true;
}

type Bounding = {
  readonly rule: CompiledRule;
  readonly limit: CompiledLimit;
  readonly room: TryRoom;
};

function isWithin(trial: Trial, { rule, limit, room }: Bounding): boolean {
  const { selection, basket } = trial;
  const left = Math.min(ENDLESS, roomOf(room.book, limit, basket));
  if (selection.targetUnits === 0 || selection.sets <= left) return true;
  trial.limitedBy = limit.no;
  trial.isCut = true;
  if (limit.isStop || left === 0) return false;
  clearSelection(selection, basket.slices.count);
  room.view.setsMax = left;
  room.view.search = null;
  rule.select(room.view, selection);
  trial.search = room.view.search;
  return true;
}

/** Limits that bound the outcome; true = nothing is left. */
function isStoppedAfter(trial: Trial, rule: CompiledRule, book: LimitBook): boolean {
  const { outcome } = rule.limits;
  for (let i = 0; i < outcome.length; i += 1) {
    const bound = outcome[i];
    if (bound === undefined) continue;
    const { limit, unit } = bound;
    const answer = unit.cut(limit, book, trial);
    if (answer === 'within') continue;
    trial.isCut = true;
    if (answer === 'cut' && (trial.limitedBy >= 0 || !isNothingLeft(trial, rule))) continue;
    trial.limitedBy = limit.no;
    if (answer === 'cut') continue;
    clearGifts(trial);
    trial.limitedBy = limit.no;
    return true;
  }
  return false;
}

function isNothingLeft(trial: Trial, rule: CompiledRule): boolean {
  withdrawIdle(trial, rule);
  return isEmptyTrial(trial);
}
