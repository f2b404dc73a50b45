import fc from 'fast-check';
import type { JsonObject } from '../json.ts';
import type { Effect } from '../rules.ts';
import { AMOUNT, CODES, mixed, oneOf, params, STAGES } from './universe.ts';
import { PLAIN, type ValueKind, value } from './values.ts';

// Effects of chapter 7 by the half in which they may stand.

export type EffectKind = {
  readonly half: string;
  readonly isSets: boolean;
  /** Values may look at what was selected: not in the first effect of `sets`. */
  readonly isFirst: boolean;
};

function effect(code: string, found: fc.Arbitrary<JsonObject>): fc.Arbitrary<Effect> {
  return found.map((one) => ({ effect: code, params: one }));
}

const RATE = oneOf(1, 333, 500, 1000, 2500, 5000, 10_000);
const POINTS = oneOf(1, 3, 10, 77, 250);

export function effectOf(kind: EffectKind): fc.Arbitrary<Effect> {
  const reads: ValueKind = { isPerLine: false, readsSelection: !(kind.isSets && kind.isFirst) };
  const perLine: ValueKind = { ...reads, isPerLine: true };
  switch (kind.half) {
    case '1a':
      return minPrice(perLine);
    case '1b':
    case '2':
      return price(reads);
    case '3':
      return kind.isSets ? mixed([2, price(reads)], [2, setPrice(reads)]) : price(reads);
    case '4':
      return mixed([2, price(reads)], [2, receiptOff(reads)]);
    case '5':
      return kind.isSets
        ? mixed([2, price(reads)], [2, setPrice(reads)])
        : mixed([2, price(reads)], [1, receiptOff(reads)]);
    case '6':
      return effect(
        oneWord('round-down-total'),
        params({ stepKopecks: oneOf(2, 10, 100, 1000) }),
      ).chain((one) => oneOf(one, { ...one, effect: 'round-down-lines' }));
    case '7':
      return redemption(reads);
    case '8a':
      return mixed([8, earn(reads)], [1, debit(reads)]);
    case '8b':
      return multiply(reads);
    default:
      return deferred(PLAIN);
  }
}

function oneWord(code: string): string {
  return code;
}

function price(reads: ValueKind): fc.Arbitrary<Effect> {
  const perLine = { ...reads, isPerLine: true };
  return mixed(
    [5, effect('percent-off', params({ rateBasisPoints: value(RATE, perLine) }))],
    [
      2,
      effect(
        'amount-off',
        params({ amountKopecks: value(AMOUNT, reads), per: oneOf('selection', 'sku', 'set') }),
      ),
    ],
    [
      2,
      effect(
        'amount-off',
        params({ amountKopecks: value(AMOUNT, perLine), per: oneOf('unit', 'kilogram') }),
      ),
    ],
    [2, effect('fixed-price', params({ priceKopecks: value(AMOUNT, perLine) }))],
    [
      1,
      effect(
        'gift-goods',
        params({}, { priceKopecks: value(oneOf(0, 1, 100), perLine), maxUnits: oneOf(1, 2) }),
      ),
    ],
  );
}

/** Phase 1b besides the price effects. */
export function initialPrice(reads: ValueKind): fc.Arbitrary<Effect> {
  return effect(
    'initial-price',
    params({ priceKopecks: value(AMOUNT, { ...reads, isPerLine: true }) }),
  );
}

function setPrice(reads: ValueKind): fc.Arbitrary<Effect> {
  return effect('set-price', params({ priceKopecks: value(AMOUNT, reads) }));
}

function receiptOff(reads: ValueKind): fc.Arbitrary<Effect> {
  return effect(
    'receipt-amount-off',
    params({ amountKopecks: value(AMOUNT, reads) }, { perEachKopecks: oneOf(100, 999, 5000) }),
  );
}

function minPrice(perLine: ValueKind): fc.Arbitrary<Effect> {
  return mixed(
    [1, effect('min-price', params({ priceKopecks: value(AMOUNT, perLine) }))],
    [1, effect('min-price', params({ shareBasisPoints: RATE }))],
  );
}

const CURRENCY = oneOf('bonus', 'coin');

const LIFE = mixed<JsonObject>(
  [4, fc.constant({})],
  [1, params({}, { activeAfterDays: oneOf(0, 1, 14), lifetimeDays: oneOf(1, 30) })],
  [
    1,
    params({
      lifetime: mixed(
        [
          1,
          params(
            { lifetimeDays: oneOf(1, 30) },
            { activeAfterDays: oneOf(0, 3), activeRoundTo: oneOf('day', 'week', 'month') },
          ),
        ],
        [
          1,
          params(
            { lifetimeMonths: oneOf(1, 12) },
            {
              activeAfterDays: oneOf(0, 29),
              burnRoundTo: oneOf('day', 'week', 'month', 'quarter', 'year'),
            },
          ),
        ],
        [
          1,
          params({ fixedDate: oneOf('2026-12-31', '2027-02-28') }, { burnRoundTo: oneOf('month') }),
        ],
      ),
    }),
  ],
);

const BASE = mixed<JsonObject>(
  [4, fc.constant({})],
  [2, params({ base: fc.constantFrom(...STAGES) })],
  [1, params({ base: fc.constant('paid-by'), methods: oneOf(['cash'], ['card', 'cash']) })],
);

function earn(reads: ValueKind): fc.Arbitrary<Effect> {
  const perLine = { ...reads, isPerLine: true };
  const common = (found: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> =>
    fc.tuple(found, LIFE, BASE).map(([a, b, c]) => ({ ...a, ...b, ...c }));
  const currency = { currencyCode: CURRENCY };
  return mixed(
    [
      4,
      effect(
        'earn-percent',
        common(params({ rateBasisPoints: value(oneOf(100, 500, 999, 30_000), perLine) }, currency)),
      ),
    ],
    [
      2,
      effect(
        'earn-per-amount',
        common(
          params({ points: value(POINTS, reads), perKopecks: oneOf(100, 333, 5000) }, currency),
        ),
      ),
    ],
    [
      2,
      effect(
        'earn-fixed',
        common(
          params(
            { points: value(POINTS, reads), per: oneOf('receipt', 'sku', 'line', 'set') },
            currency,
          ),
        ),
      ),
    ],
    [
      2,
      effect(
        'earn-fixed',
        common(
          params({ points: value(POINTS, perLine), per: oneOf('unit', 'kilogram') }, currency),
        ),
      ),
    ],
    [
      1,
      effect(
        'earn-bands',
        common(
          params(
            {
              bands: oneOf(
                [
                  { from: 0, rateBasisPoints: 300 },
                  { from: 5000, rateBasisPoints: 777 },
                ],
                [{ from: 1000, rateBasisPoints: 10_000 }],
              ),
            },
            currency,
          ),
        ),
      ),
    ],
  );
}

function multiply(reads: ValueKind): fc.Arbitrary<Effect> {
  const factor = value(oneOf(101, 150, 200, 333, 500), reads);
  return effect(
    'multiply-points',
    fc
      .tuple(
        params(
          { factorHundredths: factor },
          { mode: oneOf('add', 'multiply'), currencyCode: CURRENCY },
        ),
        LIFE,
      )
      .map(([a, b]) => ({ ...a, ...b })),
  );
}

function debit(reads: ValueKind): fc.Arbitrary<Effect> {
  return effect(
    'debit-points',
    params({ points: value(oneOf(1, 40, 400), reads), currencyCode: CURRENCY }),
  );
}

function redemption(reads: ValueKind): fc.Arbitrary<Effect> {
  const may = { currencyCode: CURRENCY };
  return mixed(
    [5, effect('redemption-cap', params({ shareBasisPoints: RATE }, may))],
    [2, effect('redemption-amount', params({ amountKopecks: value(AMOUNT, reads) }, may))],
    [1, effect('redemption-prohibit', params({}, may))],
    [
      1,
      effect(
        'redemption-rate',
        params({ currencyCode: CURRENCY, num: oneOf(0, 1, 50, 150), den: oneOf(1, 3) }),
      ),
    ],
    [
      1,
      effect(
        'redemption-steps',
        params(
          { currencyCode: CURRENCY },
          { minPoints: oneOf(1, 12), stepPoints: oneOf(2, 3, 10), maxPoints: oneOf(15, 60) },
        ),
      ),
    ],
  );
}

const WORTH = { worthKopecks: oneOf(0, 0, 500, 2000) };
const WORDS = fc.constant({ ru: 'слово', en: 'word' });

/** 7.4, those of them that differ in how they are worked out. */
export function deferred(reads: ValueKind): fc.Arbitrary<Effect> {
  const quantity = { quantity: value(oneOf(1, 1, 2), reads) };
  const per = { per: oneOf('set', 'unit') };
  const step = params({ per: fc.constant('step'), perKopecks: oneOf(100, 2500) });
  const emission = { emissionCode: oneOf('em1', 'em2') };
  return mixed(
    [3, effect('message', params({ channel: oneOf('slip', 'cashier'), text: WORDS }, WORTH))],
    [
      3,
      effect(
        'issue-coupon',
        params(emission, { ...quantity, ...per, ...WORTH, validDays: oneOf(7) }),
      ),
    ],
    [
      1,
      effect(
        'issue-coupon',
        fc.tuple(params(emission, quantity), step).map(([a, b]) => ({ ...a, ...b })),
      ),
    ],
    [
      2,
      effect(
        'offer-gift',
        params(
          { skus: oneOf(['s1'], ['s2', 's3']) },
          { ...quantity, priceKopecks: value(oneOf(0, 100), reads), ...WORTH },
        ),
      ),
    ],
    [
      1,
      effect(
        'offer-choice',
        params(
          { options: oneOf([{ code: 'o1', sku: 's1' }, { code: 'o2' }]) },
          { pick: oneOf(1, 2) },
        ),
      ),
    ],
    [
      1,
      effect(
        'issue-certificate',
        params({ ...emission, amountKopecks: value(AMOUNT, reads) }, quantity),
      ),
    ],
    [1, effect('burn-coupon', params({}, { couponCode: oneOf('AA', 'ZZ') }))],
    [
      3,
      effect(
        'set-variable',
        params({
          variable: oneOf('v1', 'v2'),
          op: oneOf('set', 'add'),
          value: value(oneOf(-1, 1, 2, 3), reads),
        }),
      ),
    ],
    [
      1,
      effect(
        'change-counter',
        params(
          {
            counterCode: oneOf('c1', 'c2'),
            op: oneOf('increase', 'reduce', 'set'),
            amount: value(oneOf(0, 1, 5), reads),
          },
          { subject: oneOf('card') },
        ),
      ),
    ],
    [1, effect('change-tier', params({ op: oneOf('assess', 'up') }, { tierGroup: oneOf('club') }))],
    [
      1,
      effect(
        'set-attribute',
        params({ attribute: oneOf('shade'), value: oneOf<unknown>('red', 7, true) }),
      ),
    ],
    [
      1,
      effect('cancel-effect', params({ effectOf: oneOf(...CODES), of: oneOf('this', 'origin') })),
    ],
    [
      1,
      effect(
        'send-message',
        params({ templateCode: oneOf('tpl'), channelCodes: oneOf(['sms'], ['push', 'sms']) }),
      ),
    ],
    [
      1,
      effect(
        'draw-prize',
        params(
          {
            prizes: oneOf(
              [
                { prizeCode: 'pz1', weight: 3 },
                { prizeCode: 'pz2', weight: 1, stockCode: 'k1' },
              ],
              [{ prizeCode: 'pz3', weight: 5, stockCode: 'k2' }],
            ),
          },
          WORTH,
        ),
      ),
    ],
  );
}

/** Sub-events (15.2) for promotions that wait for them. */
export const FIRING: fc.Arbitrary<Effect> = mixed(
  [
    2,
    effect(
      'fire',
      params(
        { event: oneOf('custom.event', 'site.event') },
        { data: oneOf({ size: 3 }, { name: 'red', size: 1 }) },
      ),
    ),
  ],
  [
    2,
    effect(
      'iterate',
      params(
        { event: oneOf('custom.event', 'site.event'), over: oneOf('lines', 'units') },
        { data: oneOf({ size: 2, index: 9 }) },
      ),
    ),
  ],
);
