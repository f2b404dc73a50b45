import type { FactLine, Facts } from './facts.ts';
import { at, least, most, spread, sum, up, WHOLE } from './numbers.ts';
import type { Settings } from './rules.ts';

// Chapter 1.3 with a record for every unit: the sums of a slice are those of its units, and whoever changes
// a sum of a slice spreads it anew over the units. So a split moves a border and nothing else.

/** G, I, L, S, B, P, F, M and, per currency, `E:c`, `Q:c`, `H:c`, `R:c`. */
export type Field = string;

export type Unit = { readonly milli: bigint; readonly sums: Map<Field, bigint> };

export type Slice = {
  readonly line: FactLine;
  units: Unit[];
  usedIn: boolean;
  usedUp: boolean;
  /** Used by an applied promotion of an earlier phase; of the one that plays now. */
  usedBefore: boolean;
  usedNow: boolean;
  barred: ReadonlySet<string>;
};

export type State = {
  /** In unit order. */
  slices: Slice[];
  /** Fields whose moment has come: I, L, S. */
  readonly ended: Set<Field>;
};

export function openState(facts: Facts, settings: Settings): State {
  const lines = [...facts.lines].sort((a, b) => a.lineNo - b.lineNo);
  return { slices: lines.map((line) => firstSlice(line, settings)), ended: new Set() };
}

function firstSlice(line: FactLine, settings: Settings): Slice {
  const whole = !line.isWeighed && line.quantityMilli % 1000 === 0;
  const count = whole ? line.quantityMilli / 1000 : 1;
  const milli = whole ? 1000n : BigInt(line.quantityMilli);
  const units = Array.from({ length: count }, () => ({ milli, sums: new Map<Field, bigint>() }));
  const flags = { usedIn: false, usedUp: false, usedBefore: false, usedNow: false };
  const slice: Slice = { line, units, ...flags, barred: new Set() };
  const gross = BigInt(line.grossKopecks);
  for (const field of ['G', 'I', 'L', 'S', 'B', 'P']) set(slice, field, gross);
  set(slice, 'F', firstFloor(line, settings));
  return slice;
}

/** 10.1: what the law, the settings and the goods themselves say. */
function firstFloor(line: FactLine, settings: Settings): bigint {
  const gross = BigInt(line.grossKopecks);
  if (line.isNonDiscountable) return gross;
  const milli = BigInt(line.quantityMilli);
  return least(
    gross,
    most(
      up(BigInt(line.minPriceKopecks ?? 0) * milli, 1000n),
      up(BigInt(settings.floorUnitKopecks ?? 0) * milli, 1000n),
      up(gross * BigInt(settings.floorBasisPoints ?? 0), WHOLE),
    ),
  );
}

export function get(slice: Slice, field: Field): bigint {
  return sum(slice.units.map((unit) => unit.sums.get(field) ?? 0n));
}

export function set(slice: Slice, field: Field, amount: bigint): void {
  spread(amount, slice.units.length).forEach((part, k) => {
    at(slice.units, k).sums.set(field, part);
  });
}

export function copy(state: State, from: Field, to: Field): void {
  for (const slice of state.slices) set(slice, to, get(slice, from));
}

export function milliOf(slice: Slice): bigint {
  return sum(slice.units.map((unit) => unit.milli));
}

export function total(slices: readonly Slice[], field: Field): bigint {
  return sum(slices.map((slice) => get(slice, field)));
}

/** Puts a border after the first m units of the slice at this place. */
export function split(state: State, place: number, m: number): void {
  const slice = at(state.slices, place);
  if (m <= 0 || m >= slice.units.length) return;
  const rest: Slice = { ...slice, units: slice.units.slice(m) };
  slice.units = slice.units.slice(0, m);
  state.slices.splice(place + 1, 0, rest);
}

/** Puts borders around some units that stand side by side; gives the slices that they make up. */
export function carve(state: State, units: readonly Unit[]): Slice[] {
  const wanted = new Set(units);
  for (let place = 0; place < state.slices.length; place += 1) {
    const slice = at(state.slices, place);
    const first = slice.units.findIndex((unit) => wanted.has(unit));
    if (first < 0) continue;
    if (first > 0) split(state, place, first);
    else split(state, place, slice.units.filter((unit) => wanted.has(unit)).length);
  }
  return state.slices.filter((slice) => slice.units.some((unit) => wanted.has(unit)));
}

/** The slices of a line, in order. */
export function ofLine(state: State, lineNo: number): Slice[] {
  return state.slices.filter((slice) => slice.line.lineNo === lineNo);
}

export function lineNos(state: State): number[] {
  return [...new Set(state.slices.map((slice) => slice.line.lineNo))];
}
