import { at, most, share, sum } from './numbers.ts';
import { isEmpty, pointsOf, withStanding } from './outcome.ts';
import type { Outcome } from './outcome-shape.ts';
import type { Limit, Promotion } from './rules.ts';
import { hasTargets } from './selection.ts';
import type { Pick, Selection, World } from './world.ts';

// Chapter 8. Step 1 works on what is selected, step 2 on what came of it.

export type Numbered = { readonly limit: Limit; readonly no: number };

const OF_BUYERS = ['member', 'household', 'card'];

export function keyOf(promotion: Promotion, limit: Limit): string {
  return limit.key ?? `${promotion.code}/${limit.code}`;
}

function numbered({ limits }: Promotion): Numbered[] {
  return (limits ?? []).map((limit, no) => ({ limit, no }));
}

/** Limits that have a subject: those of members have none when nobody is known. */
export function ownLimits(world: World, promotion: Promotion): Numbered[] {
  const isAnonymous = world.facts.member === null;
  return numbered(promotion).filter(
    ({ limit }) => !(isAnonymous && OF_BUYERS.includes(limit.subject)),
  );
}

/** Those that stop or cut; a maximum of 0 says no to everybody. */
export function binding(world: World, promotion: Promotion): Numbered[] {
  const own = ownLimits(world, promotion).map(({ no }) => no);
  return numbered(promotion).filter(
    ({ limit, no }) => limit.reaction !== 'alarm' && (own.includes(no) || limit.max === 0),
  );
}

/** What is left; of a limit per line, on that line. */
export function roomOf(
  world: World,
  promotion: Promotion,
  { limit, lineNo }: { limit: Limit; lineNo?: number },
): bigint {
  const key = keyOf(promotion, limit);
  const here =
    limit.subject === 'line' ? world.usedOnLine.get(`${key} ${lineNo}`) : world.used.get(key);
  const isLocal = limit.period === 'receipt' || limit.subject === 'line';
  const before = isLocal ? 0 : (world.facts.limitUsed[key] ?? 0);
  return most(0n, BigInt(limit.max) - BigInt(before) - (here ?? 0n));
}

/** How many sets the limits in sets leave; null = they say nothing. */
export function setsLeft(world: World, promotion: Promotion): number | null {
  const rooms = binding(world, promotion)
    .filter(({ limit }) => limit.unit === 'sets')
    .map(({ limit }) => Number(roomOf(world, promotion, { limit })));
  return rooms.length === 0 ? null : Math.min(...rooms);
}

export type Limited = { readonly limited: number };

/** The first limit that leaves nothing of so many sets. */
export function stoppedSets(world: World, promotion: Promotion, wanted: number): Limited | null {
  const stop = binding(world, promotion).find(({ limit }) => {
    if (limit.unit !== 'sets' || wanted === 0) return false;
    const room = Number(roomOf(world, promotion, { limit }));
    return room === 0 || (limit.reaction === 'stop' && wanted > room);
  });
  return stop === undefined ? null : { limited: stop.no };
}

export type Cut<T> = { readonly left: T; readonly isCut: boolean } | Limited;

/** Step 1 but for sets. */
export function cutSelection(
  world: World,
  promotion: Promotion,
  selection: Selection,
): Cut<Selection> {
  let left = selection;
  for (const { limit, no } of binding(world, promotion)) {
    if (limit.unit === 'times' && roomOf(world, promotion, { limit }) === 0n)
      return { limited: no };
    if (!['milli', 'units', 'skus'].includes(limit.unit)) continue;
    const picks = keepUnits(world, promotion, { limit, picks: left.picks });
    const isCut = picks.some((pick, i) => pick.targets < at(left.picks, i).targets);
    const kept = { ...left, picks };
    if (isCut && (limit.reaction === 'stop' || !hasTargets(kept))) return { limited: no };
    left = kept;
  }
  const isCut = left.picks.some((pick, i) => pick.targets < at(selection.picks, i).targets);
  return { left, isCut };
}

function keepUnits(
  world: World,
  promotion: Promotion,
  { limit, picks }: { limit: Limit; picks: readonly Pick[] },
): Pick[] {
  const skus = new Set<string>();
  const used = new Map<number, bigint>();
  return picks.map((pick) => {
    const { line } = pick.slice;
    const place = limit.subject === 'line' ? line.lineNo : 0;
    const room = roomOf(world, promotion, { limit, lineNo: line.lineNo });
    const units = pick.slice.units.slice(pick.skip, pick.skip + pick.targets);
    const kept = units.filter((unit) => {
      const size = sizeOf(limit, unit.milli, { sku: line.sku, skus });
      const after = (used.get(place) ?? 0n) + size;
      if (after > room) return false;
      used.set(place, after);
      skus.add(line.sku);
      return true;
    });
    return { ...pick, targets: kept.length };
  });
}

function sizeOf(
  limit: Limit,
  milli: bigint,
  { sku, skus }: { sku: string; skus: ReadonlySet<string> },
): bigint {
  if (limit.unit === 'milli') return milli;
  return limit.unit === 'skus' && skus.has(sku) ? 0n : 1n;
}

/** Step 2. */
export function cutOutcome(world: World, promotion: Promotion, outcome: Outcome): Cut<Outcome> {
  let left = outcome;
  let isCut = false;
  for (const { limit, no } of binding(world, promotion)) {
    const cut = cutBy(world, promotion, { limit, outcome: left });
    if (cut === null) continue;
    if (limit.reaction === 'stop') return { limited: no };
    left = withStanding(promotion, cut);
    isCut = true;
    if (isEmpty(left)) return { limited: no };
  }
  return { left, isCut };
}

type Measured = { readonly limit: Limit; readonly outcome: Outcome };

/** The outcome within the limit, or null when it is. */
function cutBy(world: World, promotion: Promotion, { limit, outcome }: Measured): Outcome | null {
  if (limit.unit === 'kopecks') return cutMoney(world, promotion, { limit, outcome });
  const room = roomOf(world, promotion, { limit });
  if (limit.unit === 'points' && pointsOf(outcome) > room) return cutPoints(outcome, room);
  if (limit.unit === 'coupons' && couponsIn(outcome) > room) return cutCoupons(outcome, room);
  return null;
}

function cutMoney(
  world: World,
  promotion: Promotion,
  { limit, outcome }: Measured,
): Outcome | null {
  const lines =
    limit.subject === 'line'
      ? [...new Set(outcome.parts.map((part) => part.slice.line.lineNo))]
      : [null];
  let parts = outcome.parts;
  for (const lineNo of lines) {
    const isHere = parts.map((part) => lineNo === null || part.slice.line.lineNo === lineNo);
    const discounts = parts.map((part, i) => (isHere[i] === true ? part.discount : 0n));
    const room = roomOf(world, promotion, { limit, ...(lineNo === null ? {} : { lineNo }) });
    if (sum(discounts) <= room) continue;
    const kept = share(room, discounts);
    parts = parts.map((part, i) =>
      isHere[i] === true ? { ...part, discount: at(kept, i) } : part,
    );
  }
  return parts === outcome.parts ? null : { ...outcome, parts };
}

function cutPoints(outcome: Outcome, room: bigint): Outcome {
  let left = room;
  const grants = outcome.grants.flatMap((grant) => {
    const points = grant.points < left ? grant.points : left;
    left -= points;
    if (points === grant.points) return [grant];
    return points === 0n ? [] : [{ ...grant, points, byPart: share(points, grant.weights) }];
  });
  return { ...outcome, grants };
}

function cutCoupons(outcome: Outcome, room: bigint): Outcome {
  let left = room;
  const emissions = outcome.emissions.flatMap((one) => {
    if (!one.isCoupon) return [one];
    const quantity = one.quantity < left ? one.quantity : left;
    left -= quantity;
    if (quantity === 0n) return [];
    const worth = one.quantity === 0n ? 0n : (one.worth / one.quantity) * quantity;
    return [{ ...one, quantity, worth, record: { ...one.record, quantity: Number(quantity) } }];
  });
  return { ...outcome, emissions };
}

function couponsIn(outcome: Outcome): bigint {
  return sum(outcome.emissions.map((one) => (one.isCoupon ? one.quantity : 0n)));
}

/** What an applied outcome uses of a limit. */
export function useOf(limit: Limit, outcome: Outcome, lineNo: number | null = null): bigint {
  const parts = outcome.parts.filter(
    (part) => lineNo === null || part.slice.line.lineNo === lineNo,
  );
  const targets = parts.filter((part) => part.targets.length > 0);
  switch (limit.unit) {
    case 'times':
      return 1n;
    case 'kopecks':
      return sum(parts.map((part) => part.discount));
    case 'points':
      return pointsOf(outcome);
    case 'milli':
      return sum(targets.flatMap((part) => part.targets.map((unit) => unit.milli)));
    case 'units':
      return sum(targets.map((part) => BigInt(part.targets.length)));
    case 'skus':
      return BigInt(new Set(targets.map((part) => part.slice.line.sku)).size);
    case 'sets':
      return BigInt(outcome.sets);
    case 'coupons':
      return couponsIn(outcome);
    default:
      throw new Error(`unit ${limit.unit}`);
  }
}

/** A winner that is not tried again: does what was allowed still fit, and cut anew what may be cut. */
export function cutAgain(world: World, promotion: Promotion, outcome: Outcome): Cut<Outcome> {
  for (const { limit, no } of binding(world, promotion)) {
    if (!['times', 'milli', 'units', 'skus', 'sets'].includes(limit.unit)) continue;
    const lines =
      limit.subject === 'line' ? outcome.parts.map((part) => part.slice.line.lineNo) : [null];
    const isOver = lines.some((lineNo) => {
      const room = roomOf(world, promotion, { limit, ...(lineNo === null ? {} : { lineNo }) });
      return useOf(limit, outcome, lineNo) > room;
    });
    if (isOver) return { limited: no };
  }
  return cutOutcome(world, promotion, outcome);
}
