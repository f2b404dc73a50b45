import type { Basket } from '../basket/basket.ts';
import type { Facts, PlaceFacts } from '../facts.ts';
import { type Checker, MET } from '../language/condition.ts';
import { type Bits, noBits, setBit } from './bits.ts';

/** What a promotion asks of the place and of the time, at the top of its `when`. */
export type FactChecks = { readonly place: readonly Checker[]; readonly time: readonly Checker[] };

/** Remembers what places and stretches of days allow: the next receipt of a store asks the same. */
export type FactsIndex = {
  readonly checks: readonly FactChecks[];
  /** Number of the stretch between two edges, by minute of the day. */
  readonly stretchOf: Uint16Array;
  readonly stretches: number;
  readonly readsTerminal: boolean;
  readonly readsCalendar: boolean;
  readonly placesByStore: Map<string, KnownPlace[]>;
  readonly daysByDate: Map<string, KnownDay[]>;
  remembered: number;
};

type KnownPlace = { place: PlaceFacts | null; readonly allowed: Bits };
type KnownDay = {
  readonly weekday: number;
  readonly calendarCodes: readonly string[];
  /** What each stretch allows. */
  readonly stretches: (Bits | undefined)[];
};

/** What the index must know besides the checks. */
export type FactsIndexOptions = {
  /** Minutes at which an answer may change. */
  readonly edges: readonly number[];
  readonly readsTerminal: boolean;
  readonly readsCalendar: boolean;
};

// Places and stretches of days; the bound keeps a replay of years from filling the memory.
const REMEMBERED_MAX = 20_000;
const MINUTES = 1441;

/** Makes the index of a deck; nothing is worked out before it is asked for. */
export function buildFactsIndex(
  checks: readonly FactChecks[],
  { edges, readsTerminal, readsCalendar }: FactsIndexOptions,
): FactsIndex {
  const isEdge = new Set(edges);
  const stretchOf = new Uint16Array(MINUTES);
  let stretches = 0;
  for (let minute = 0; minute < MINUTES; minute += 1) {
    if (minute > 0 && isEdge.has(minute)) stretches += 1;
    stretchOf[minute] = stretches;
  }
  return {
    checks,
    stretchOf,
    stretches: stretches + 1,
    readsTerminal,
    readsCalendar,
    placesByStore: new Map(),
    daysByDate: new Map(),
    remembered: 0,
  };
}

/** Promotions that the place of a receipt allows. The bits are shared: they must not be written to. */
export function allowedByPlace(index: FactsIndex, facts: Facts, basket: Basket): Bits {
  const { place } = facts;
  const key = place === null ? '' : place.storeCode;
  const known = index.placesByStore.get(key);
  if (known !== undefined) {
    for (let i = 0; i < known.length; i += 1) {
      const one = known[i];
      if (one === undefined || !isSamePlace(index, one.place, place)) continue;
      // A directory hands out one record for a store again and again: then it is known at sight.
      one.place = place;
      return one.allowed;
    }
  }
  const allowed = allowedBy(index, (checks) => holdAll(checks.place, facts, basket));
  makeRoom(index);
  index.placesByStore.set(key, [...(index.placesByStore.get(key) ?? []), { place, allowed }]);
  return allowed;
}

/** Promotions that the time of a receipt allows. The bits are shared: they must not be written to. */
export function allowedByTime(index: FactsIndex, facts: Facts, basket: Basket): Bits {
  const number = index.stretchOf[facts.local.minuteOfDay] ?? 0;
  const known = dayOf(index, facts).stretches[number];
  if (known !== undefined) return known;
  const allowed = allowedBy(index, (checks) => holdAll(checks.time, facts, basket));
  makeRoom(index);
  dayOf(index, facts).stretches[number] = allowed;
  return allowed;
}

function allowedBy(index: FactsIndex, isAllowed: (checks: FactChecks) => boolean): Bits {
  const allowed = noBits(index.checks.length);
  index.checks.forEach((checks, rule) => {
    if (isAllowed(checks)) setBit(allowed, rule);
  });
  return allowed;
}

function holdAll(checks: readonly Checker[], facts: Facts, basket: Basket): boolean {
  return checks.every((check) => check(facts, basket) === MET);
}

function makeRoom(index: FactsIndex): void {
  index.remembered += 1;
  if (index.remembered <= REMEMBERED_MAX) return;
  index.placesByStore.clear();
  index.daysByDate.clear();
  index.remembered = 1;
}

function isSamePlace(index: FactsIndex, a: PlaceFacts | null, b: PlaceFacts | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (index.readsTerminal) {
    if (a.terminalCode !== b.terminalCode || a.terminalKind !== b.terminalKind) return false;
  }
  return (
    a.storeCode === b.storeCode &&
    a.channel === b.channel &&
    a.regionCode === b.regionCode &&
    a.formatCode === b.formatCode &&
    a.partnerCode === b.partnerCode &&
    a.cityCode === b.cityCode &&
    a.brandCode === b.brandCode &&
    a.legalEntityCode === b.legalEntityCode
  );
}

function dayOf(index: FactsIndex, { local, calendarCodes }: Facts): KnownDay {
  const known = index.daysByDate.get(local.date);
  for (const day of known ?? []) {
    if (day.weekday !== local.weekday) continue;
    if (!index.readsCalendar || isSameList(day.calendarCodes, calendarCodes)) return day;
  }
  const stretches = Array.from({ length: index.stretches }, () => undefined);
  const fresh: KnownDay = { weekday: local.weekday, calendarCodes, stretches };
  index.daysByDate.set(local.date, [...(known ?? []), fresh]);
  return fresh;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((code, i) => code === b[i]));
}
