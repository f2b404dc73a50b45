import { keyOf, ownLimits, useOf } from './limits.ts';
import { at, least, most, spread, sum } from './numbers.ts';
import { discountOf } from './outcome.ts';
import type { Outcome, Part } from './outcome-shape.ts';
import { domainOf, type Promotion, takesOf } from './rules.ts';
import { carve, type Field, type Unit } from './state.ts';
import type { Played, World } from './world.ts';

// Chapter 9.1: to write an outcome down.

export function apply(world: World, promotion: Promotion, outcome: Outcome): Played {
  markAndPrice(world, promotion, outcome);
  countPoints(outcome);
  recordMoney(world, promotion, outcome);
  markLines(world, promotion, outcome);
  countLimits(world, promotion, outcome);
  for (const other of world.live) {
    const isBlocked = blocks(promotion, other) && !world.blockedBy.has(other.code);
    if (isBlocked) world.blockedBy.set(other.code, promotion.code);
  }
  for (const { variable } of outcome.emissions) {
    if (variable === null) continue;
    const before = variable.isAdded ? (world.variables.get(variable.code) ?? 0n) : 0n;
    world.variables.set(variable.code, before + variable.value);
  }
  for (const { currencyCode, points } of outcome.debits) {
    world.debited.set(currencyCode, (world.debited.get(currencyCode) ?? 0n) + points);
  }
  if (outcome.search !== null && !world.searches.includes(outcome.search)) {
    world.searches.push(outcome.search);
  }
  const played: Played = { promotion, outcome, isCut: false };
  world.played.push(played);
  world.verdicts.set(promotion.code, { is: 'applied' });
  return played;
}

/** `blocks` of the one or `blockedBy` of the other; what always plays is never switched off. */
export function blocks(promotion: Promotion, other: Promotion): boolean {
  if (other.stacking.isAlways === true) return false;
  return (
    promotion.stacking.blocks?.includes(other.code) === true ||
    other.stacking.blockedBy?.includes(promotion.code) === true
  );
}

function markAndPrice(world: World, promotion: Promotion, { parts }: Outcome): void {
  const takes = takesOf(promotion);
  for (const part of parts) {
    const slices = [...carve(world.state, part.targets), ...carve(world.state, part.companions)];
    for (const slice of slices) {
      slice.usedNow = true;
      if (takes === 'phase') slice.usedIn = true;
      if (takes === 'receipt') slice.usedUp = true;
    }
    add(part.targets, 'P', -part.discount);
    if (part.floor !== null) write(part.targets, 'F', most(part.floor, read(part.targets, 'F')));
    for (const [currency, amount] of part.redeemable) {
      const field = `R:${currency}`;
      write(
        part.targets,
        field,
        least(read(part.targets, 'P'), read(part.targets, field) + amount),
      );
    }
    for (const slice of carve(world.state, part.targets)) {
      slice.barred = new Set([...slice.barred, ...part.bars]);
    }
  }
}

function countPoints({ parts, grants }: Outcome): void {
  for (const grant of grants) {
    grant.byPart.forEach((points, i) => {
      const { targets } = at(parts, i);
      if (points === 0n) return;
      add(targets, `Q:${grant.currencyCode}`, points);
      if (!grant.isMultiplied) add(targets, `E:${grant.currencyCode}`, points);
    });
  }
}

// A run of units that is split later has its sums spread the same way, so the whole run is written at once.
function read(units: readonly Unit[], field: Field): bigint {
  return sum(units.map((unit) => unit.sums.get(field) ?? 0n));
}

function write(units: readonly Unit[], field: Field, amount: bigint): void {
  spread(amount, units.length).forEach((part, k) => {
    at(units, k).sums.set(field, part);
  });
}

function add(units: readonly Unit[], field: Field, amount: bigint): void {
  if (amount !== 0n) write(units, field, read(units, field) + amount);
}

function recordMoney(world: World, promotion: Promotion, outcome: Outcome): void {
  if (discountOf(outcome) === 0n) return;
  const byLine = new Map<number, bigint>();
  for (const { slice, discount } of outcome.parts) {
    const { lineNo } = slice.line;
    byLine.set(lineNo, (byLine.get(lineNo) ?? 0n) + discount);
  }
  world.taken.set(promotion.code, byLine);
}

/** 9.4: on which lines it gave, and which of them it locks. */
function markLines(world: World, promotion: Promotion, { parts, grants }: Outcome): void {
  const domain = domainOf(promotion);
  if (domain === 'none' || promotion.stacking.isAlways === true) return;
  parts.forEach((part: Part, i) => {
    const points = grants.some((grant) => (grant.byPart[i] ?? 0n) > 0n);
    const mark = { code: promotion.code, domain, lineNo: part.slice.line.lineNo };
    const isExclusive = promotion.stacking.exclusive === 'line';
    if (part.discount > part.initial || points) world.gave.push(mark);
    if (isExclusive && (part.discount > 0n || points)) world.locks.push(mark);
  });
}

function countLimits(world: World, promotion: Promotion, outcome: Outcome): void {
  for (const { limit } of ownLimits(world, promotion)) {
    const key = keyOf(promotion, limit);
    if (limit.subject !== 'line') {
      world.used.set(key, (world.used.get(key) ?? 0n) + useOf(limit, outcome));
      continue;
    }
    for (const lineNo of new Set(outcome.parts.map((part) => part.slice.line.lineNo))) {
      const place = `${key} ${lineNo}`;
      world.usedOnLine.set(
        place,
        (world.usedOnLine.get(place) ?? 0n) + useOf(limit, outcome, lineNo),
      );
    }
  }
}
