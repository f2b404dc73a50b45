import fc from 'fast-check';
import type { JsonObject } from '../json.ts';
import type { Promotion } from '../rules.ts';
import { filter } from './conditions.ts';
import { mixed, oneOf, params } from './universe.ts';

export type Selecting = NonNullable<Promotion['select']>;

const ORDER = oneOf('as-scanned', 'cheapest-first', 'dearest-first');
const COUNT = oneOf(1, 2, 3);

function filtered(rest: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  return fc.tuple(filter(), rest).map(([a, b]) => ({ ...a, ...b }));
}

function selecting(selector: string, found: fc.Arbitrary<JsonObject>): fc.Arbitrary<Selecting> {
  return found.map((one) => ({ selector, params: one }));
}

const EVERY_NTH = filtered(params({ number: oneOf(2, 3), order: ORDER }));

/** N+M, every Nth and other ways to pick units. */
const UNITS: fc.Arbitrary<Selecting> = mixed(
  [1, selecting('cheapest-units', filtered(params({ count: COUNT }, { minUnits: oneOf(1, 3) })))],
  [1, selecting('dearest-units', filtered(params({ count: COUNT }, { minUnits: oneOf(1, 3) })))],
  [2, selecting('every-nth-unit', EVERY_NTH)],
  [1, selecting('same-goods-nth', EVERY_NTH)],
  [
    1,
    selecting(
      'unit-range',
      filtered(params({ fromUnit: COUNT, order: ORDER }, { toUnit: oneOf(3, 5) })),
    ),
  ],
  [
    3,
    selecting(
      'n-plus-m',
      filtered(
        params(
          {
            paidUnits: oneOf(1, 2),
            freeUnits: oneOf(1, 2),
            cheapest: oneOf('of-each-group', 'of-all'),
          },
          { maxSets: oneOf(1, 2) },
        ),
      ),
    ),
  ],
);

const LINES: fc.Arbitrary<Selecting> = mixed(
  [3, selecting('goods', filter(true))],
  [2, selecting('undiscounted', filter())],
  [1, selecting('first-lines', filtered(params({ count: COUNT })))],
  [1, selecting('last-lines', filtered(params({ count: COUNT })))],
  [1, selecting('top-lines', filtered(params({ count: COUNT })))],
  [
    2,
    selecting(
      'above-threshold',
      filtered(params({ thresholdKopecks: oneOf(1, 500, 3000, 20_000) })),
    ),
  ],
  [1, selecting('except-used', filter())],
);

/** Absent = all goods. */
export const SELECT: fc.Arbitrary<Selecting | undefined> = mixed<Selecting | undefined>(
  [8, fc.constant(undefined)],
  [1, fc.constant({ selector: 'all', params: {} })],
  [5, LINES],
  [4, UNITS],
);

const COMPONENT = params(
  { filter: filter(true), count: oneOf(1, 1, 1, 2) },
  { isTarget: mixed([4, fc.constant(true)], [1, fc.constant(false)]) },
);

/** Small enough for an oracle that tries every plan. */
export const SETS: fc.Arbitrary<Selecting> = mixed(
  [
    3,
    selecting(
      'sets',
      params(
        { components: fc.array(COMPONENT, { minLength: 1, maxLength: 2 }) },
        { maxSets: oneOf(1, 2), prefer: oneOf('dearest', 'cheapest') },
      ),
    ),
  ],
  [
    1,
    selecting(
      'sets',
      params(
        {
          components: COMPONENT.map((one) => [{ ...one, count: 2 }]),
          mix: oneOf('any', 'same', 'different'),
        },
        { maxSets: oneOf(1, 2), prefer: oneOf('dearest', 'cheapest') },
      ),
    ),
  ],
);
