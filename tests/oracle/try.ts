import { emissionsOf } from './effects-deferred.ts';
import { discountsOf, floorsOf } from './effects-money.ts';
import { currencyOf, debitOf, grantsOf } from './effects-points.ts';
import { rateOf, redeemableOf, stepsOf } from './effects-redemption.ts';
import { cutOutcome, cutSelection, type Limited, setsLeft, stoppedSets } from './limits.ts';
import { at, least } from './numbers.ts';
import { isAllDeferred, isDeferred, isEmpty, withStanding } from './outcome.ts';
import type { Outcome, Part } from './outcome-shape.ts';
import { type Promotion, readsPrice } from './rules.ts';
import { companionUnits, hasTargets, targetUnits } from './selection.ts';
import { select } from './selectors.ts';
import { openTrial, type Trial } from './trial.ts';
import type { Selection, World } from './world.ts';

// Chapter 9.1: selector, effects and limits on the state as it is; nothing is written.

export type Tried = { readonly outcome: Outcome } | Limited | { readonly why: 0 | 1 };

export function fieldOfBase(world: World, promotion: Promotion): 'B' | 'P' {
  return readsPrice(promotion, world.rules) ? 'P' : 'B';
}

/** `planned` is the part of a plan that was searched for several promotions together. */
export function tryOut(
  world: World,
  promotion: Promotion,
  planned: Selection | null = null,
): Tried {
  const selected =
    planned === null ? selectWithin(world, promotion) : { selection: planned, isCut: false };
  if ('limited' in selected) return selected;
  const cut = cutSelection(world, promotion, selected.selection);
  if ('limited' in cut) return cut;
  if (world.facts.lines.length > 0 && !hasTargets(cut.left)) return { why: 0 };
  const outcome = withStanding(promotion, work(world, promotion, cut.left));
  if (isEmpty(outcome) && !isAllDeferred(promotion)) return { why: 1 };
  const within = cutOutcome(world, promotion, outcome);
  if ('limited' in within) return within;
  const isLimited = selected.isCut || cut.isCut || within.isCut;
  return { outcome: { ...within.left, isLimited } };
}

/** The selection within limits in sets. */
function selectWithin(
  world: World,
  promotion: Promotion,
): { readonly selection: Selection; readonly isCut: boolean } | Limited {
  const field = fieldOfBase(world, promotion);
  const freely = select(world, promotion, { field, setsMax: null });
  const setsMax = setsLeft(world, promotion);
  if (setsMax === null) return { selection: freely, isCut: false };
  const stopped = hasTargets(freely) ? stoppedSets(world, promotion, freely.sets) : null;
  if (stopped !== null) return stopped;
  const selection = select(world, promotion, { field, setsMax });
  return { selection, isCut: selection.sets < freely.sets };
}

/** All effects, each from the same state; what later ones take beyond the room is lost. */
function work(world: World, promotion: Promotion, selection: Selection): Outcome {
  const parts = selection.picks.map(
    (pick): Part => ({
      slice: pick.slice,
      targets: targetUnits(pick),
      companions: companionUnits(pick),
      discount: 0n,
      initial: 0n,
      redeemable: new Map(),
      floor: null,
      bars: new Set(),
    }),
  );
  const setting = { world, promotion, selection, field: fieldOfBase(world, promotion) };
  const opened = openTrial(setting, parts);
  const { sets, search } = selection;
  let outcome: Outcome = {
    parts,
    sets: hasTargets(selection) ? sets : 0,
    search,
    grants: [],
    debits: [],
    rates: [],
    steps: [],
    emissions: [],
    isLimited: false,
  };
  promotion.then.forEach((one, effectNo) => {
    const trial: Trial = { ...opened, effectNo, params: one.params ?? {} };
    outcome = withEffect(trial, one.effect, outcome);
  });
  return outcome;
}

function withEffect(trial: Trial, effect: string, outcome: Outcome): Outcome {
  if (isDeferred(effect)) {
    return { ...outcome, emissions: [...outcome.emissions, ...emissionsOf(trial, effect)] };
  }
  switch (effect) {
    case 'debit-points': {
      const debit = debitOf(trial, outcome.debits);
      return debit === null ? outcome : { ...outcome, debits: [...outcome.debits, debit] };
    }
    case 'redemption-rate':
      return { ...outcome, rates: [...outcome.rates, rateOf(trial)] };
    case 'redemption-steps':
      return { ...outcome, steps: [...outcome.steps, stepsOf(trial)] };
    case 'redemption-prohibit':
    case 'redemption-cap':
    case 'redemption-amount':
      payable(trial, effect, outcome);
      return outcome;
    case 'min-price':
      floorsOf(trial).forEach((floor, i) => {
        const part = at(outcome.parts, i);
        if (floor !== null && floor > (part.floor ?? 0n)) part.floor = floor;
      });
      return outcome;
    default:
      discount(trial, effect, outcome);
      return { ...outcome, grants: [...outcome.grants, ...grantsOf(trial, effect)] };
  }
}

function discount(trial: Trial, effect: string, outcome: Outcome): void {
  discountsOf(trial, effect)?.forEach((off, i) => {
    const part = at(outcome.parts, i);
    const given = least(off, at(trial.whole, i) - part.discount);
    part.discount += given;
    if (effect === 'initial-price') part.initial += given;
  });
}

function payable(trial: Trial, effect: string, outcome: Outcome): void {
  if (effect === 'redemption-prohibit') {
    const currencyCode = currencyOf(trial);
    for (const part of outcome.parts) {
      if (currencyCode !== null && part.targets.length > 0) part.bars.add(currencyCode);
    }
    return;
  }
  const found = redeemableOf(trial, effect);
  found?.byPart.forEach((amount, i) => {
    const { redeemable } = at(outcome.parts, i);
    const before = redeemable.get(found.currencyCode) ?? 0n;
    const room = at(trial.prices, i) - at(found.soFar, i);
    if (amount > 0n) redeemable.set(found.currencyCode, least(room, before + amount));
  });
}
