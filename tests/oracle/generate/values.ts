import fc from 'fast-check';
import type { Json } from '../json.ts';
import { mixed, oneOf, params } from './universe.ts';

// Values of 4.5 in place of plain integers.

export type ValueKind = { readonly isPerLine: boolean; readonly readsSelection: boolean };

export const PLAIN: ValueKind = { isPerLine: false, readsSelection: false };

const FACT_SOURCES = [
  'purchases-before',
  'local-day',
  'local-weekday',
  'local-minute',
  'counter:c1',
  'variable:v1',
  'balance:bonus',
  'attribute:points',
  'tier-progress:main',
  'history:h1.receipts',
  'history:h1.averageKopecks',
  'event:size',
  'days-since-start',
  'basket-total:gross',
  'basket-total:after-discounts',
  'basket-total:payable',
  'basket-total:unprocessed',
];

const SELECTION_SOURCES = [
  'selected-total:gross',
  'selected-total:after-discounts',
  'selected-milli',
  'selected-units',
];

/** An integer, or now and then a Value that works one out. */
export function value(plain: fc.Arbitrary<number>, kind: ValueKind): fc.Arbitrary<Json> {
  const sources = kind.readsSelection ? [...FACT_SOURCES, ...SELECTION_SOURCES] : FACT_SOURCES;
  const source = fc.constantFrom(...sources);
  const leaf: fc.Arbitrary<Json> = mixed<Json>(
    [3, plain],
    [2, source.map((name) => ({ source: name }))],
    [1, steps(source, plain)],
    [1, table(plain, kind.isPerLine)],
    ...(kind.isPerLine ? [[3, perLine()] as const] : []),
  );
  const pair = fc.tuple(leaf, leaf);
  const worked: fc.Arbitrary<Json> = mixed<Json>(
    [1, pair.map((parts) => ({ sum: parts }))],
    [1, pair.map((parts) => ({ minus: parts }))],
    [1, fc.tuple(leaf, oneOf(0, 1, 2, 7, 100)).map((parts) => ({ over: parts }))],
    [1, fc.tuple(leaf, oneOf(0, 1, 3)).map((parts) => ({ times: parts }))],
    [1, pair.map((parts) => ({ least: parts }))],
    [1, pair.map((parts) => ({ most: parts }))],
  );
  return mixed<Json>([9, plain], [2, leaf], [1, worked]);
}

function perLine(): fc.Arbitrary<Json> {
  return oneOf<Json>({ attribute: 'cut' }, { personal: 'l1' }, { attribute: 'none' });
}

function steps(source: fc.Arbitrary<string>, plain: fc.Arbitrary<number>): fc.Arbitrary<Json> {
  const rows = fc.uniqueArray(fc.tuple(oneOf(0, 1, 5, 1000, 10_000), plain), {
    minLength: 1,
    maxLength: 3,
    selector: ([from]) => from,
  });
  return fc.tuple(source, rows).map(([name, found]) => ({
    steps: {
      source: name,
      rows: found.toSorted(([a], [b]) => a - b).map(([from, worth]) => ({ from, value: worth })),
    },
  }));
}

const KEYS: Readonly<Record<string, readonly Json[]>> = {
  store: ['st1', 'st2'],
  'tier:main': ['gold', 'base'],
  'local-weekday': [1, 3],
  channel: ['store'],
  sku: ['s1', 's2', 's4'],
  group: ['g1', 'g2'],
  brand: ['b1', 'b2'],
};

function table(plain: fc.Arbitrary<number>, isPerLine: boolean): fc.Arbitrary<Json> {
  const names = Object.keys(KEYS).filter(
    (name) => isPerLine || !['sku', 'group', 'brand'].includes(name),
  );
  return fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }).chain((keys) => {
    const cells = keys.map((key) => oneOf<Json>(null, ...(KEYS[key] ?? [])));
    const row = params({ keys: fc.tuple(...cells), value: plain });
    return fc.array(row, { minLength: 1, maxLength: 4 }).map((rows) => ({ table: { keys, rows } }));
  });
}
