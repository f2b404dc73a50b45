import { type BasketLine, type Facts, ownFact } from '../facts.ts';
import { type Demands, type Met, meetAll, newMet, startMeeting, type Wanted } from './demands.ts';
import type { GoodsRef, LineList } from './goods-filter.ts';
import { type GoodsIndex, listsNaming } from './goods-index.ts';

/** What a rule set knows of goods, made once. */
export type GoodsPlan = {
  readonly index: GoodsIndex;
  /** How many filters there are. */
  readonly filters: number;
  /** Who wants goods that a list names, by list. */
  readonly wantedBy: readonly Wanted[];
  readonly demands: Demands;
};

/** Knows which lines of the present receipt each filter of a rule set finds. */
export type GoodsMatcher = {
  readonly plan: GoodsPlan;
  readonly met: Met;
  /** Lines that have a name of the list, by list. */
  readonly named: Named[];
  /** Lines that pass the rest of the filter too, by filter. */
  readonly passed: Found[];
  readonly every: Found;
  now: number;
};

/** A list of lines, good for the receipt of this number. */
type Found = { count: number; places: Int32Array; at: number };
type Named = Found & { readonly wanted: Wanted };

/** Room to match receipts. */
export function newMatcher(plan: GoodsPlan): GoodsMatcher {
  return {
    plan,
    met: newMet(plan.demands),
    named: plan.wantedBy.map((wanted) => ({ ...newFound(), wanted })),
    passed: Array.from({ length: plan.filters }, newFound),
    every: newFound(),
    now: 0,
  };
}

/** Begins a receipt: every line says which lists name it. */
export function startMatching(matcher: GoodsMatcher, lines: readonly BasketLine[]): void {
  const { plan, met, named, every } = matcher;
  matcher.now += 1;
  const { now } = matcher;
  while (every.count < lines.length) push(every, every.count);
  every.count = lines.length;
  startMeeting(matcher.met, plan.demands);
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place];
    if (line === undefined) continue;
    const ids = listsNaming(plan.index, line);
    for (let i = 0; i < ids.length; i += 1) {
      const found = named[ids[i] ?? 0];
      if (found === undefined) continue;
      if (found.at !== now) {
        meetAll(met, plan.demands, found.wanted);
        found.at = now;
        found.count = 0;
      }
      push(found, place);
    }
  }
}

/** A receipt whose lines have been matched. */
type Matched = {
  readonly facts: Facts;
  readonly lines: readonly BasketLine[];
  readonly goods: GoodsMatcher;
};

/** The lines that a filter finds, in order; asked twice, it is worked out once. */
export function matching(ref: GoodsRef, basket: Matched): LineList {
  const { filter } = ref;
  const matcher = basket.goods;
  if (filter.personalListCode === null && filter.rest === null) {
    return filter.names === null ? matcher.every : namedBy(matcher, ref.naming);
  }
  const passed = matcher.passed[ref.id] ?? NOTHING;
  if (passed.at !== matcher.now) sift(passed, ref, basket);
  return passed;
}

function namedBy(matcher: GoodsMatcher, list: number): LineList {
  const found = matcher.named[list];
  return found === undefined || found.at !== matcher.now ? NO_LINES : found;
}

/** Keeps the named lines, or all when there are no names, that pass the rest of the filter. */
function sift(passed: Found, { naming, filter }: GoodsRef, basket: Matched): void {
  const { goods: matcher, lines } = basket;
  const list = personalList(basket, filter.personalListCode);
  const named = namedBy(matcher, naming);
  const isOpen = filter.names === null && filter.personalListCode === null;
  let next = 0;
  renew(passed, matcher.now);
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place];
    if (line === undefined) continue;
    const isNamed = next < named.count && named.places[next] === place;
    if (isNamed) next += 1;
    if (!isNamed && !isOpen && ownFact(list, line.sku) === undefined) continue;
    if (filter.rest === null || filter.rest(line)) push(passed, place);
  }
}

function personalList({ facts }: Matched, code: string | null): Readonly<Record<string, number>> {
  if (code === null || facts.member === null) return NO_LIST;
  return ownFact(facts.member.personalLists, code) ?? NO_LIST;
}

const NO_LIST = {};
const NOTHING: Found = newFound();
const NO_LINES: LineList = newFound();

function newFound(): Found {
  return { count: 0, places: new Int32Array(8), at: -1 };
}

function renew(found: Found, now: number): void {
  if (found.at === now) return;
  found.at = now;
  found.count = 0;
}

function push(found: Found, place: number): void {
  if (found.count === found.places.length) {
    const longer = new Int32Array(found.count * 2);
    longer.set(found.places);
    found.places = longer;
  }
  found.places[found.count] = place;
  found.count += 1;
}
