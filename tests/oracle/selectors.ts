import type { FactLine } from './facts.ts';
import { matches } from './goods.ts';
import { bigOr, type JsonObject, text, textOr } from './json.ts';
import { domainOf, halfOf, type Promotion } from './rules.ts';
import { type LineUp, ordered, selection, units } from './selection.ts';
import { selectSets } from './sets.ts';
import { isInitial } from './stages.ts';
import { type Slice, total } from './state.ts';
import type { Selection, Terms, World } from './world.ts';

// Chapters 6.1 and 6.2.

/** Slices that a promotion sees at all (6.1). */
export function freeSlices(world: World, promotion: Promotion): Slice[] {
  return world.state.slices.filter(
    (slice) => !isTaken(slice, promotion) && !isLocked(world, promotion, slice.line),
  );
}

function isTaken(slice: Slice, promotion: Promotion): boolean {
  return slice.usedIn || (slice.usedUp && ['1b', '2', '3', '4', '5'].includes(halfOf(promotion)));
}

function isLocked(world: World, promotion: Promotion, line: FactLine): boolean {
  const domain = domainOf(promotion);
  if (promotion.stacking.isAlways === true || domain === 'none') return false;
  const others =
    promotion.stacking.exclusive === 'line' ? [...world.locks, ...world.gave] : world.locks;
  return others.some(
    (mark) => mark.code !== promotion.code && mark.domain === domain && mark.lineNo === line.lineNo,
  );
}

/** Runs the promotion's selector on the state as it is. */
export function select(world: World, promotion: Promotion, terms: Terms): Selection {
  const selector = promotion.select?.selector ?? 'all';
  const params = promotion.select?.params ?? {};
  const free = freeSlices(world, promotion);
  if (selector === 'sets') return selectSets(world, promotion, { free, ...terms });
  const candidates = free.filter((slice) => matches(params, slice.line, world.facts));
  if (selector === 'n-plus-m') return nPlusM(world, { candidates, params, terms });
  if (selector === 'every-nth-unit') {
    return everyNth(
      world,
      [ordered(candidates, textOr(params['order'], 'as-scanned'), terms.field)],
      params,
    );
  }
  if (selector === 'same-goods-nth') {
    const order = textOr(params['order'], 'as-scanned');
    const skus = [...new Set(candidates.map((slice) => slice.line.sku))];
    const lineUps = skus.map((sku) =>
      ordered(
        candidates.filter((slice) => slice.line.sku === sku),
        order,
        terms.field,
      ),
    );
    return everyNth(world, lineUps, params);
  }
  const targets = targetsOf(selector, { world, params, candidates, terms });
  const threshold = selector === 'above-threshold' ? bigOr(params['thresholdKopecks'], 0n) : 0n;
  return { ...selection(world, targets, []), threshold };
}

type Asked = {
  readonly world: World;
  readonly params: JsonObject;
  readonly candidates: readonly Slice[];
  readonly terms: Terms;
};

function targetsOf(selector: string, { world, params, candidates, terms }: Asked): LineUp {
  const all = candidates.flatMap(units);
  const count = Number(bigOr(params['count'], 0n));
  switch (selector) {
    case 'all':
    case 'goods':
    case 'above-threshold':
      return all;
    case 'undiscounted': {
      const isIgnored = world.settings.externalDiscount === 'ignored';
      return all.filter(
        (slice) =>
          isInitial(world, slice) && (isIgnored || slice.line.externalDiscountKopecks === 0),
      );
    }
    case 'cheapest-units':
    case 'dearest-units': {
      const order = selector === 'cheapest-units' ? 'cheapest-first' : 'dearest-first';
      const isEnough = all.length >= Number(bigOr(params['minUnits'], 1n));
      return isEnough ? ordered(candidates, order, terms.field).slice(0, count) : [];
    }
    case 'unit-range': {
      const lineUp = ordered(candidates, textOr(params['order'], 'as-scanned'), terms.field);
      const to = Number(bigOr(params['toUnit'], BigInt(lineUp.length)));
      return lineUp.slice(Number(bigOr(params['fromUnit'], 1n)) - 1, to);
    }
    case 'first-lines':
      return ofLines(all, [...new Set(all.map((slice) => slice.line))].slice(0, count));
    case 'last-lines':
      return ofLines(all, [...new Set(all.map((slice) => slice.line))].slice(-count));
    case 'top-lines':
      return ofLines(all, topLines(world, all).slice(0, count));
    case 'except-used':
      return all.filter((slice) => !slice.usedBefore);
    default:
      throw new Error(`selector ${selector}`);
  }
}

function topLines(world: World, all: LineUp): FactLine[] {
  const worth = (line: FactLine): bigint =>
    total(
      world.state.slices.filter((slice) => slice.line === line),
      'P',
    );
  const lines = [...new Set(all.map((slice) => slice.line))];
  return lines.sort((a, b) => Number(worth(b) - worth(a)) || a.lineNo - b.lineNo);
}

function ofLines(all: LineUp, lines: readonly FactLine[]): LineUp {
  return all.filter((slice) => lines.includes(slice.line));
}

function everyNth(world: World, lineUps: readonly LineUp[], params: JsonObject): Selection {
  const n = Number(bigOr(params['number'], 2n));
  const targets: Slice[] = [];
  const companions: Slice[] = [];
  for (const lineUp of lineUps) {
    const whole = lineUp.length - (lineUp.length % n);
    lineUp.slice(0, whole).forEach((slice, i) => {
      ((i + 1) % n === 0 ? targets : companions).push(slice);
    });
  }
  return selection(world, targets, companions);
}

function nPlusM(world: World, { candidates, params, terms }: Omit<Asked, 'world'>): Selection {
  const lineUp = ordered(candidates, 'dearest-first', terms.field);
  const n = Number(bigOr(params['paidUnits'], 1n));
  const m = Number(bigOr(params['freeUnits'], 1n));
  const possible = Math.floor(lineUp.length / (n + m));
  const k = Math.min(
    possible,
    Number(bigOr(params['maxSets'], 10n ** 9n)),
    terms.setsMax ?? possible,
  );
  const inGroups = lineUp.slice(0, k * (n + m));
  const ofAll = text(params['cheapest']) === 'of-all';
  const isFree = (i: number): boolean => i % (n + m) >= n;
  const targets = ofAll
    ? lineUp.slice(lineUp.length - k * m)
    : inGroups.filter((_, i) => isFree(i));
  const companions = ofAll ? lineUp.slice(0, k * n) : inGroups.filter((_, i) => !isFree(i));
  return { ...selection(world, targets, companions), sets: k };
}
