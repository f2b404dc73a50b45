import { apply, blocks } from './apply.ts';
import { hasApplied, missOf } from './conditions.ts';
import { capGroup } from './cut.ts';
import { availablePoints } from './effects-points.ts';
import { cutAgain } from './limits.ts';
import { least, most } from './numbers.ts';
import { isAllDeferred, isEmpty, withStanding, worthOf } from './outcome.ts';
import type { Outcome } from './outcome-shape.ts';
import { contest, replanned, type Stander } from './policies.ts';
import { type Promotion, policyOf } from './rules.ts';
import { copy } from './state.ts';
import { type Tried, tryOut } from './try.ts';
import type { Miss, Played, Selection, World } from './world.ts';

// Chapter 9.2. Members come in order: priority, then code.

export type Snapshot = ReadonlyMap<string, Miss | null>;

/** 3: the conditions of all promotions of a phase on the state as it begins. */
export function snapshot(world: World, promotions: readonly Promotion[]): Snapshot {
  world.variablesThen = new Map(world.variables);
  return new Map(promotions.map((promotion) => [promotion.code, missOf(world, promotion)]));
}

/** Every group starts from what is left: B ← P, H ← Q. */
export function openGroup(world: World): void {
  copy(world.state, 'P', 'B');
  for (const slice of world.state.slices) {
    for (const unit of slice.units) {
      for (const [field, amount] of [...unit.sums]) {
        if (field.startsWith('Q:')) unit.sums.set(`H:${field.slice(2)}`, amount);
      }
    }
  }
}

export function playGroup(world: World, members: readonly Promotion[], seen: Snapshot): void {
  openGroup(world);
  const entrants = members.filter((promotion) => enters(world, promotion, seen));
  const always = entrants.filter((one) => one.stacking.isAlways === true);
  const standers = standing(
    world,
    entrants.filter((one) => one.stacking.isAlways !== true),
  );
  const left = exclusively(world, unblocked(world, standers));
  const played = [...playWinners(world, left), ...always.flatMap((one) => playAlways(world, one))];
  capGroup(world, played);
}

function enters(world: World, promotion: Promotion, seen: Snapshot): boolean {
  const miss = seen.get(promotion.code) ?? null;
  if (miss !== null) {
    world.verdicts.set(promotion.code, { is: 'missed', miss });
    return false;
  }
  const by = world.blockedBy.get(promotion.code);
  if (by === undefined || promotion.stacking.isAlways === true) return true;
  world.verdicts.set(promotion.code, { is: 'blocked', by });
  return false;
}

/** The first listed that neither has applied nor, under `sum` and `chain`, stands before it. */
function lacking(world: World, promotion: Promotion, before: readonly Stander[]): string | null {
  const isStanding = (code: string): boolean => before.some((one) => one.promotion.code === code);
  const missing = promotion.stacking.requires?.find(
    (code) => !hasApplied(world, code) && !isStanding(code),
  );
  if (missing === undefined) return null;
  world.verdicts.set(promotion.code, { is: 'requires', code: missing });
  return missing;
}

/** What came of a try, or null with the verdict written. */
function standsWith(
  world: World,
  promotion: Promotion,
  { tried, isAgain }: { tried: Tried; isAgain: boolean },
): Outcome | null {
  if ('outcome' in tried) return tried.outcome;
  const verdict =
    'limited' in tried
      ? ({ is: 'limited', limit: tried.limited } as const)
      : ({ is: 'no-effect', why: isAgain ? 2 : tried.why } as const);
  world.verdicts.set(promotion.code, verdict);
  return null;
}

function standing(world: World, entrants: readonly Promotion[]): Stander[] {
  const standers: Stander[] = [];
  for (const promotion of entrants) {
    const joins = ['sum', 'chain'].includes(policyOf(promotion, world.rules));
    if (lacking(world, promotion, joins ? standers : []) !== null) continue;
    const tried = tryOut(world, promotion);
    const outcome = standsWith(world, promotion, { tried, isAgain: false });
    if (outcome !== null) standers.push({ promotion, outcome });
  }
  return standers;
}

/** Step 3: in order, whoever still stands removes all that it blocks. */
function unblocked(world: World, standers: readonly Stander[]): Stander[] {
  let left = [...standers];
  for (const one of standers) {
    if (!left.includes(one)) continue;
    const hit = left.filter((other) => other !== one && blocks(one.promotion, other.promotion));
    for (const { promotion } of hit) {
      world.verdicts.set(promotion.code, { is: 'blocked', by: one.promotion.code });
    }
    left = left.filter((other) => !hit.includes(other));
  }
  return left;
}

/** Step 4. */
function exclusively(world: World, standers: readonly Stander[]): readonly Stander[] {
  const alone = standers.find((one) => one.promotion.stacking.exclusive === 'group');
  if (alone === undefined) return standers;
  for (const { promotion } of standers) {
    if (promotion === alone.promotion) continue;
    world.verdicts.set(promotion.code, { is: 'outbid', by: alone.promotion.code });
  }
  return [alone];
}

/** Steps 5 and 6. */
function playWinners(world: World, standers: readonly Stander[]): Played[] {
  const [first] = standers;
  if (first === undefined) return [];
  const policy = policyOf(first.promotion, world.rules);
  if (policy === 'choice') recordChoices(world, standers);
  const { winners, outbidBy } = contest(world, policy, standers);
  for (const [code, by] of outbidBy) {
    const isBeaten = by !== '';
    world.verdicts.set(code, isBeaten ? { is: 'outbid', by } : { is: 'no-effect', why: 2 });
  }
  const playsAgain = policy === 'sum' || policy === 'chain';
  return winners.flatMap((winner) => {
    if (playsAgain) return playAgain(world, winner.promotion, null);
    if ('planned' in winner)
      return playAgain(world, winner.promotion, replanned(world, winner.planned));
    return playOnce(world, winner.promotion, winner.outcome);
  });
}

function recordChoices(world: World, standers: readonly Stander[]): void {
  for (const { promotion, outcome } of standers) {
    const { code: promotionCode, stacking } = promotion;
    const worthKopecks = worthOf(world, outcome);
    world.choices.push({ promotionCode, group: stacking.group, worthKopecks });
  }
}

/** Under `best-deal` on its part of the plan, with `requires` as it was when it stood. */
function playAgain(world: World, promotion: Promotion, planned: Selection | null): Played[] {
  if (planned === null && lacking(world, promotion, []) !== null) return [];
  const tried = tryOut(world, promotion, planned);
  const outcome = standsWith(world, promotion, { tried, isAgain: true });
  return outcome === null ? [] : [apply(world, promotion, outcome)];
}

/** Not tried again, but no limit may be overshot and no balance overdrawn (8). */
function playOnce(world: World, promotion: Promotion, outcome: Outcome): Played[] {
  const within = cutAgain(world, promotion, afterDebits(world, outcome));
  if ('limited' in within) {
    standsWith(world, promotion, { tried: within, isAgain: true });
    return [];
  }
  const left = withStanding(promotion, within.left);
  if (isEmpty(left) && !isAllDeferred(promotion)) {
    standsWith(world, promotion, { tried: { why: 1 }, isAgain: true });
    return [];
  }
  return [apply(world, promotion, { ...left, isLimited: left.isLimited || within.isCut })];
}

function afterDebits(world: World, outcome: Outcome): Outcome {
  const debits = outcome.debits.map((debit) => {
    const available = availablePoints({ world }, debit.currencyCode);
    return { ...debit, points: most(0n, least(debit.points, available)) };
  });
  return { ...outcome, debits };
}

function playAlways(world: World, promotion: Promotion): Played[] {
  if (lacking(world, promotion, []) !== null) return [];
  const outcome = standsWith(world, promotion, { tried: tryOut(world, promotion), isAgain: false });
  return outcome === null ? [] : [apply(world, promotion, outcome)];
}

/** 3: the global exclusives of a domain, tried in order; the first that gives anything is alone. */
export function playPrelude(world: World, candidates: readonly Promotion[]): Played | null {
  const seen = snapshot(world, candidates);
  openGroup(world);
  let winner: Played | null = null;
  for (const promotion of candidates) {
    if (!enters(world, promotion, seen)) continue;
    if (winner !== null) {
      world.verdicts.set(promotion.code, { is: 'blocked', by: winner.promotion.code });
      continue;
    }
    const outcome = standsWith(world, promotion, {
      tried: tryOut(world, promotion),
      isAgain: false,
    });
    if (outcome !== null) winner = apply(world, promotion, outcome);
  }
  if (winner !== null) capGroup(world, [winner]);
  return winner;
}
