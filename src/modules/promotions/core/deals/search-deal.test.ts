import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { searchOf, setsOf, type TryWish, type WishOfSets } from '../../testing/try-builders.ts';
import { percentOff } from '../effects/percent-off.ts';
import { setPrice } from '../effects/set-price.ts';
import type { Deal } from './search-deal.ts';

type Line = { readonly sku: string; readonly units: number; readonly price: number };
type Component = { readonly skus: readonly string[]; readonly count: number; isTarget: boolean };
/** `worth`: basis points off, or the price of a set. */
type Promo = {
  readonly components: readonly Component[];
  readonly mix: 'any' | 'same' | 'different';
  readonly maxSets: number;
  readonly worth: { readonly rate: number } | { readonly price: number };
};
/** A plan as docs/engine.md 6.3 has it: units by promotion, component and line. */
type Plan = { readonly value: number; readonly vector: readonly number[]; readonly units: Units };
type Units = readonly (readonly (readonly number[])[])[];

/** All ways to take so many units off lines that have so many, last line first. */
function* ways(count: number, left: readonly number[], at = left.length - 1): Generator<number[]> {
  if (at < 0) {
    if (count === 0) yield [];
    return;
  }
  for (let units = 0; units <= Math.min(count, left[at] ?? 0); units += 1) {
    for (const rest of ways(count - units, left, at - 1)) yield [...rest, units];
  }
}

function* partsOf(promo: Promo, lines: readonly Line[], left: readonly number[]) {
  const most = Math.min(promo.maxSets, 12);
  for (let n = 0; n <= most; n += 1) {
    let isAny = false;
    for (const taken of components(promo, { lines, left, n, at: 0 })) {
      isAny = true;
      yield { n, taken };
    }
    if (!isAny) return;
  }
}

type At = { lines: readonly Line[]; left: readonly number[]; n: number; at: number };
function* components(promo: Promo, { lines, left, n, at }: At): Generator<number[][]> {
  const component = promo.components[at];
  if (component === undefined) {
    yield [];
    return;
  }
  const room = lines.map(({ sku }, s) => (component.skus.includes(sku) ? (left[s] ?? 0) : 0));
  for (const taken of ways(n * component.count, room)) {
    if (!isMixed(promo, { lines, taken, n, count: component.count })) continue;
    const rest = left.map((units, s) => units - (taken[s] ?? 0));
    for (const more of components(promo, { lines, left: rest, n, at: at + 1 })) {
      yield [taken, ...more];
    }
  }
}

type Taken = { lines: readonly Line[]; taken: readonly number[]; n: number; count: number };
function isMixed({ mix }: Promo, { lines, taken, n, count }: Taken): boolean {
  const sums = new Map<string, number>();
  lines.forEach(({ sku }, s) => sums.set(sku, (sums.get(sku) ?? 0) + (taken[s] ?? 0)));
  const all = [...sums.values()];
  if (mix === 'same') return all.every((units) => units % count === 0);
  return mix === 'any' || all.every((units) => units <= n);
}

function valueOf({ components: own, worth }: Promo, lines: readonly Line[], taken: number[][]) {
  let value = 0;
  taken.forEach((units, c) => {
    if (own[c]?.isTarget !== true) return;
    units.forEach((count, s) => {
      const price = lines[s]?.price ?? 0;
      value += count * ('rate' in worth ? Math.floor((2 * price * worth.rate + 1e4) / 2e4) : price);
    });
  });
  return value;
}

/** The plan of the greatest value, and of equals the smallest vector; every plan is looked at. */
function bestPlan(promos: readonly Promo[], lines: readonly Line[]): Plan {
  let best: Plan | null = null;
  const look = (left: readonly number[], value: number, units: Units): void => {
    const promo = promos[units.length];
    if (promo === undefined) {
      const vector = units.flat().flatMap((line) => line.toReversed());
      const order = best === null ? -1 : best.value - value || compare(vector, best.vector);
      if (order < 0) best = { value, vector, units };
      return;
    }
    for (const { n, taken } of partsOf(promo, lines, left)) {
      const rest = left.map((free, s) => free - taken.reduce((sum, one) => sum + (one[s] ?? 0), 0));
      const cost = 'price' in promo.worth ? n * promo.worth.price : 0;
      look(rest, value + valueOf(promo, lines, taken) - cost, [...units, taken]);
    }
  };
  look(
    lines.map(({ units }) => units),
    0,
    [],
  );
  return best ?? { value: 0, vector: [], units: [] };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

const toWish = ({ components: own, mix, maxSets, worth }: Promo): WishOfSets => ({
  params: {
    components: own.map(({ skus, count, isTarget }) => ({ filter: { skus }, count, isTarget })),
    mix,
    maxSets,
  },
  gain:
    'rate' in worth
      ? [percentOff, { rateBasisPoints: worth.rate }]
      : [setPrice, { priceKopecks: worth.price }],
});
const toLines = (lines: readonly Line[]): TryWish => ({
  lines: lines.map(({ sku, units, price }) => ({
    sku,
    quantityMilli: units * 1000,
    priceKopecks: price,
  })),
});

/** What each promotion gets, as {@link shares} shows it. */
function sharesIn(parts: Deal['parts'], lines: readonly Line[]) {
  return parts.map(({ slices }) =>
    (['targets', 'companions'] as const).map((field) =>
      lines.map((_, s) => slices.find(({ slice }) => slice === s)?.[field] ?? 0),
    ),
  );
}

/** Targets and companions by line, promotion by promotion. */
function shares(promos: readonly Promo[], { units }: Plan) {
  return units.map((taken, i) =>
    [true, false].map((isTarget) =>
      (taken[0] ?? []).map((_, s) =>
        taken.reduce(
          (sum, one, c) =>
            sum + ((promos[i]?.components[c]?.isTarget ?? true) === isTarget ? (one[s] ?? 0) : 0),
          0,
        ),
      ),
    ),
  );
}

const someLines = fc.array(
  fc.record({
    sku: fc.constantFrom('a', 'b', 'c'),
    units: fc.integer({ min: 1, max: 3 }),
    // Few prices, so that there are ties.
    price: fc.constantFrom(1, 10, 10, 30, 31),
  }),
  { minLength: 1, maxLength: 4 },
);
const somePromo = fc
  .record({
    components: fc.array(
      fc.record({
        skus: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
        count: fc.integer({ min: 1, max: 2 }),
        isTarget: fc.constantFrom(true, true, false),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    mix: fc.constantFrom('any', 'same', 'different'),
    maxSets: fc.integer({ min: 1, max: 4 }),
    worth: fc.oneof(
      fc.record({ rate: fc.constantFrom(3333, 10_000) }),
      fc.record({ price: fc.constantFrom(0, 15, 40) }),
    ),
  })
  .map((promo): Promo => (promo.components.length > 1 ? { ...promo, mix: 'any' } : promo));

const somePromos = fc.array(somePromo, { minLength: 1, maxLength: 2 });

test('what is proved is the best of all plans, and of equals the smallest', () => {
  fc.assert(
    fc.property(someLines, somePromos, (lines, wanted) => {
      const best = bestPlan(wanted, lines);
      const { found, parts } = searchOf(wanted.map(toWish), toLines(lines));
      assert.deepEqual(found, { value: best.value, proved: true, gapKopecks: 0 });
      assert.deepEqual(sharesIn(parts, lines), shares(wanted, best));
    }),
    { numRuns: 400 },
  );
});

test('the smallest plan may need a unit that no component had', () => {
  const lines = [
    { sku: 'b', units: 1, price: 10 },
    { sku: 'a', units: 1, price: 10 },
    { sku: 'a', units: 3, price: 31 },
  ];
  const components = [
    { skus: ['a'], count: 2, isTarget: true },
    { skus: ['a', 'b'], count: 2, isTarget: true },
  ];
  const promo: Promo = { components, mix: 'any', maxSets: 1, worth: { rate: 10_000 } };
  const { parts } = searchOf([toWish(promo)], toLines(lines));
  // Both tens bring the same; with the second one the first component takes less of the last line.
  assert.deepEqual(sharesIn(parts, lines), [
    [
      [0, 1, 3],
      [0, 0, 0],
    ],
  ]);
});

test('without the nodes to look, no set is made that loses', () => {
  const promo: Promo = {
    components: [{ skus: ['a'], count: 1, isTarget: true }],
    mix: 'any',
    maxSets: 1,
    worth: { price: 40 },
  };
  const lines = toLines([{ sku: 'a', units: 1, price: 1 }]);
  const { found, parts } = searchOf([toWish(promo)], { ...lines, settings: { dealNodes: 1 } });
  assert.equal(found.value, 0);
  assert.deepEqual(parts, [{ sets: 0, slices: [] }]);
});

test('a search that is cut short keeps what it has and says how far it may be off', () => {
  const nodes = fc.integer({ min: 1, max: 30 });
  fc.assert(
    fc.property(someLines, somePromos, nodes, (lines, wanted, dealNodes) => {
      const best = bestPlan(wanted, lines);
      const { found } = searchOf(wanted.map(toWish), {
        ...toLines(lines),
        settings: { dealNodes },
      });
      assert.ok(found.value <= best.value && found.value >= 0);
      assert.ok(best.value <= found.value + found.gapKopecks);
      if (found.proved) assert.equal(found.value, best.value);
    }),
    { numRuns: 200 },
  );
});

test('sets that compete for a cake go to the dearer drink', () => {
  const { found, parts } = searchOf(
    [
      { params: setsOf(['coffee milk'], ['cake']), gain: [setPrice, { priceKopecks: 320 }] },
      { params: setsOf(['coffee'], ['milk']), gain: [setPrice, { priceKopecks: 330 }] },
    ],
    toLines([
      { sku: 'coffee', units: 1, price: 300 },
      { sku: 'milk', units: 1, price: 100 },
      { sku: 'cake', units: 1, price: 250 },
    ]),
  );
  assert.deepEqual(found, { value: 230, proved: true, gapKopecks: 0 });
  assert.deepEqual(parts, [
    {
      sets: 1,
      slices: [
        { slice: 0, targets: 1, companions: 0 },
        { slice: 2, targets: 1, companions: 0 },
      ],
    },
    { sets: 0, slices: [] },
  ]);
});
