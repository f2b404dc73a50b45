import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Json, object, objects, own } from '../oracle/json.ts';
import { discountOf, discountsOf, EVALUATORS, payableOf } from './both.ts';
import { facts, goods, line, MEMBER, percentOff, promotion, ruleSet } from './build.ts';

// The examples of docs/engine.md, chapter by chapter, and what stands between the lines of it.

/** Roubles and kopecks written as people write them. */
const rub = (roubles: number): number => Math.round(roubles * 100);

const set = (code: string, priceKopecks: number, components: readonly Json[]) =>
  promotion({
    code,
    phase: 3,
    select: { selector: 'sets', params: { components } },
    then: [{ effect: 'set-price', params: { priceKopecks } }],
    stacking: { group: 'deals', policy: 'best-deal' },
  });

const earn = (code: string, percent: number) =>
  promotion({
    code,
    phase: 8,
    then: [{ effect: 'earn-percent', params: { rateBasisPoints: percent * 100 } }],
  });

const multiply = (
  code: string,
  times: number,
  more: { mode: string; group: string; policy: string; priority: number },
) =>
  promotion({
    code,
    phase: 8,
    then: [
      { effect: 'multiply-points', params: { factorHundredths: times * 100, mode: more.mode } },
    ],
    stacking: { group: more.group, policy: more.policy, priority: more.priority },
  });

function accrued(decision: Json): number[] {
  return objects(own(decision, 'accruals')).map((one) => Number(one['points']));
}

for (const { name, run } of EVALUATORS) {
  const free = { effect: 'percent-off', params: { rateBasisPoints: 10_000 } };

  test(`${name}: one of three units for 100.00 is free: the first holds the odd kopeck (1.3)`, () => {
    const gift = promotion({
      code: 'a',
      select: { selector: 'cheapest-units', params: { count: 1 } },
      then: [free],
    });
    const tea = [line([1, 'tea', rub(100)], { quantityMilli: 3000 })];
    assert.equal(discountOf(run(ruleSet([gift]), facts({ lines: tea }))), 3334);
  });

  test(`${name}: the third of three yoghurts at half price is the cheapest one (6.2)`, () => {
    const third = { selector: 'every-nth-unit', params: { number: 3, order: 'dearest-first' } };
    const yoghurts = [60, 50, 40].map((price, i) => line([i + 1, `y${i}`, rub(price)]));
    const decision = run(
      ruleSet([promotion({ code: 'a', select: third, then: [percentOff(50)] })]),
      facts({ lines: yoghurts }),
    );
    assert.deepEqual(payableOf(decision), [rub(60), rub(50), rub(20)]);
  });

  for (const [cheapest, freed] of [
    ['of-each-group', [70, 40]],
    ['of-all', [50, 40]],
  ] as const) {
    test(`${name}: 2+1 ${cheapest} of 90, 80, 70, 60, 50, 40 frees ${freed.join(' and ')} (6.2)`, () => {
      const prices = [90, 80, 70, 60, 50, 40];
      const select = { selector: 'n-plus-m', params: { paidUnits: 2, freeUnits: 1, cheapest } };
      const decision = run(
        ruleSet([promotion({ code: 'a', select, then: [free] })]),
        facts({ lines: prices.map((price, i) => line([i + 1, `y${i}`, rub(price)])) }),
      );
      const expected = prices.map((price) => (freed.some((one) => one === price) ? 0 : rub(price)));
      assert.deepEqual(payableOf(decision), expected);
    });
  }

  test(`${name}: of coffee + cake and coffee + milk the dearer saving is chosen, and proved (6.4)`, () => {
    const lines = [
      line([1, 'coffee', rub(300)]),
      line([2, 'milk', rub(100)]),
      line([3, 'cake', rub(250)]),
    ];
    const drinks = set('one', rub(320), [
      { filter: { skus: ['coffee', 'milk'] }, count: 1 },
      { filter: { skus: ['cake'] }, count: 1 },
    ]);
    const pair = set('two', rub(330), [
      { filter: { skus: ['coffee'] }, count: 1 },
      { filter: { skus: ['milk'] }, count: 1 },
    ]);
    const decision = run(ruleSet([drinks, pair]), facts({ lines }));
    assert.equal(discountOf(decision), rub(230));
    assert.deepEqual(own(decision, 'searches'), [
      { promotionCodes: ['one', 'two'], value: rub(230), proved: true, gapKopecks: 0 },
    ]);
  });

  test(`${name}: 3 × 1.05 at 10 % is 0.32 off: percentages round once per line (7.1)`, () => {
    const three = [line([1, 'tea', 315], { quantityMilli: 3000 })];
    assert.equal(discountOf(run(ruleSet([promotion({ code: 'a' })]), facts({ lines: three }))), 32);
  });

  test(`${name}: what a floor refuses of an amount off goes to the other lines (7.2)`, () => {
    const lines = [
      line([1, 'a', 20_000]),
      line([2, 'b', 9000], { minPriceKopecks: 8500 }),
      line([3, 'c', 1000]),
    ];
    const off = promotion({
      code: 'a',
      phase: 4,
      then: [{ effect: 'receipt-amount-off', params: { amountKopecks: 10_000 } }],
    });
    const decision = run(ruleSet([off]), facts({ lines }));
    assert.deepEqual(
      objects(own(decision, 'lines')).map((one) => one['discountKopecks']),
      [9048, 500, 452],
    );
  });

  test(`${name}: birthday × 5 and night × 2 added to base 50 make 300 points, in a chain 500 (11.2)`, () => {
    const receipt = facts({ member: MEMBER, lines: [line([1, 'tea', rub(1000)])] });
    const all = (mode: string, policy: string) =>
      ruleSet([
        earn('base', 5),
        multiply('birthday', 5, { mode, group: 'times', policy, priority: 2 }),
        multiply('night', 2, { mode, group: 'times', policy, priority: 1 }),
      ]);
    assert.deepEqual(accrued(run(all('add', 'sum'), receipt)), [50, 200, 50]);
    assert.deepEqual(accrued(run(all('multiply', 'chain'), receipt)), [50, 200, 250]);
    assert.deepEqual(accrued(run(all('multiply', 'sum'), receipt)), [50, 200, 50]);
  });

  test(`${name}: a set and the goods of it that a chain has taken already (9.4)`, () => {
    const take = promotion({
      code: 'first',
      select: goods('tea'),
      then: [percentOff(50)],
      stacking: { priority: 2, takesUnits: 'receipt' },
    });
    const rest = promotion({ code: 'second', phase: 4, then: [percentOff(10)] });
    const lines = [line([1, 'tea', 1000]), line([2, 'cake', 500])];
    assert.deepEqual(discountsOf(run(ruleSet([take, rest]), facts({ lines }))), {
      first: 500,
      second: 50,
    });
  });

  test(`${name}: points pay up to the cap and never what a floor keeps (11.1)`, () => {
    const cap = promotion({
      code: 'half',
      phase: 7,
      then: [{ effect: 'redemption-cap', params: { shareBasisPoints: 5000 } }],
    });
    const receipt = facts({
      member: MEMBER,
      lines: [line([1, 'tea', 10_050]), line([2, 'milk', 1000], { isNonDiscountable: true })],
      redemption: [{ currencyCode: 'bonus', requestedPoints: 999, availablePoints: 999 }],
    });
    const decision = object(run(ruleSet([cap]), receipt));
    // Half of 110.50 ₽ is 55.25 ₽, of which 5.00 ₽ fall on the milk: 50.25 ₽, so 50 points.
    assert.deepEqual(decision['redemptions'], [
      { currencyCode: 'bonus', points: 50, kopecks: 5000, redeemablePointsMax: 50 },
    ]);
  });

  test(`${name}: a missed sum says how far it is, and by which part (4.1)`, () => {
    const when = [
      {
        any: [
          { condition: 'channel', params: { channels: ['web'] } },
          { condition: 'basket-total', params: { minKopecks: 1500 } },
        ],
      },
    ];
    const decision = run(
      ruleSet([promotion({ code: 'a', when })]),
      facts({ lines: [line([1, 'tea', 1000])] }),
    );
    assert.deepEqual(own(own(decision, 'verdicts'), 'list'), [[0, 4, 1, 'kopecks', 500]]);
  });

  test(`${name}: the wrong place is told before the wrong goods, in bitmaps (12.2)`, () => {
    const elsewhere = { condition: 'place', params: { storeCodes: ['omsk-1'] } };
    const promotions = [
      promotion({ code: 'a', when: [elsewhere], select: goods('none') }),
      promotion({ code: 'b', select: goods('none') }),
      promotion({
        code: 'c',
        phase: 8,
        then: [{ effect: 'earn-fixed', params: { points: 1, per: 'receipt' } }],
      }),
      promotion({ code: 'd' }),
    ];
    const decision = run(ruleSet(promotions), facts({ lines: [line([1, 'tea', 1000])] }));
    assert.deepEqual(own(decision, 'verdicts'), {
      ruledOut: { place: '01', time: '00', audience: '04', goods: '02' },
      list: [[3, 11, 100, 0]],
    });
  });
}
