import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FactLine } from '../oracle/facts.ts';
import { objects, own, text } from '../oracle/json.ts';
import type { Effect, Promotion, Stacking } from '../oracle/rules.ts';
import { discountOf, discountsOf, EVALUATORS, payableOf } from './both.ts';
import { facts, goods, line, MEMBER, percentOff, promotion, ruleSet } from './build.ts';

// How seven well-known houses let promotions meet, each set up with our policies. What is ours only nearly is
// said in docs/decisions; sums are in roubles.

const RUB = 100;

function receipt(...items: readonly (readonly [string, number])[]): FactLine[] {
  return items.map(([sku, roubles], i) => line([i + 1, sku, roubles * RUB]));
}

function off(
  code: string,
  percent: number,
  stacking: Partial<Stacking>,
  ...skus: string[]
): Promotion {
  const select = skus.length === 0 ? {} : { select: goods(...skus) };
  return promotion({ code, ...select, then: [percentOff(percent)], stacking });
}

function amountOff(roubles: number): Effect {
  return { effect: 'amount-off', params: { amountKopecks: roubles * RUB, per: 'selection' } };
}

function earn(
  code: string,
  effect: Effect,
  stacking: Partial<Stacking>,
  ...skus: string[]
): Promotion {
  const select = skus.length === 0 ? {} : { select: goods(...skus) };
  return promotion({ code, phase: 8, ...select, then: [effect], stacking });
}

const percent = (rate: number): Effect => ({
  effect: 'earn-percent',
  params: { rateBasisPoints: rate * 100 },
});
const flat = (points: number): Effect => ({
  effect: 'earn-fixed',
  params: { points, per: 'receipt' },
});

const roubles = (kopecks: readonly number[]): number[] => kopecks.map((one) => one / RUB);

function inRoubles(byCode: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(byCode).map(([code, kopecks]) => [code, kopecks / RUB]));
}

for (const { name, run } of EVALUATORS) {
  const points = (
    promotions: readonly Promotion[],
    lines: FactLine[],
    policy: string,
  ): Record<string, number> => {
    const decision = run(ruleSet(promotions, { policy }), facts({ member: MEMBER, lines }));
    const accruals = objects(own(decision, 'accruals'));
    return Object.fromEntries(
      accruals.map((one) => [text(one['promotionCode']), Number(one['points'])]),
    );
  };

  // Base promotions first; the programme says how the others meet; "always apply" overrides it.
  test(`${name}: Siebel: base, the best of the rest by the programme's rule, and what always applies`, () => {
    const lines = receipt(['tea', 200], ['coffee', 300]);
    const promotions = [
      earn('base', percent(5), { group: 'base', policy: 'sum', turn: 9 }),
      earn('tea-lovers', percent(20), { group: 'bonus' }, 'tea'),
      earn('thank-you', flat(30), { group: 'bonus' }),
      earn('anniversary', flat(100), { group: 'bonus', isAlways: true }),
    ];
    assert.deepEqual(points(promotions, lines, 'best-for-buyer'), {
      base: 25,
      'tea-lovers': 40,
      anniversary: 100,
    });
    assert.deepEqual(points(promotions, lines, 'sum'), {
      base: 25,
      'tea-lovers': 40,
      'thank-you': 30,
      anniversary: 100,
    });
  });

  test(`${name}: Siebel: ordered rules, a later one reading what an earlier one wrote`, () => {
    const lines = receipt(['tea', 200]);
    const remember = promotion({
      code: 'rule-1',
      phase: 0,
      select: goods('tea'),
      then: [
        {
          effect: 'set-variable',
          params: { variable: 'points', op: 'set', value: { source: 'selected-units' } },
        },
      ],
    });
    const spend = earn(
      'rule-2',
      {
        effect: 'earn-fixed',
        params: { points: { times: [{ source: 'variable:points' }, 7] }, per: 'receipt' },
      },
      {},
    );
    assert.deepEqual(points([remember, spend], lines, 'sum'), { 'rule-2': 7 });
  });

  // One offer per line that does not add up, by priority, then by benefit; offers that add up come on top.
  test(`${name}: Loymax: one non-cumulative offer per line, cumulative ones after it`, () => {
    const offer = (code: string, rate: number, priority: number, ...skus: string[]): Promotion =>
      off(
        code,
        rate,
        {
          group: `weight-${priority}`,
          turn: priority,
          policy: 'best-per-line',
          takesUnits: 'phase',
        },
        ...skus,
      );
    const cable: Promotion = {
      ...offer('c-cable', 1, 1, 'cable'),
      then: [amountOff(100)],
    };
    const cumulative = promotion({ code: 'd-club', phase: 4, then: [percentOff(5)] });
    const decision = run(
      ruleSet([offer('a-case', 10, 5, 'case'), offer('b-all', 30, 1), cable, cumulative]),
      facts({ lines: receipt(['case', 1000], ['cable', 500]) }),
    );
    // The case goes to A by priority, though B would give 300; of the cable B gives more than C.
    assert.deepEqual(inRoubles(discountsOf(decision)), {
      'a-case': 100,
      'b-all': 150,
      'd-club': 62.5,
    });
  });

  const dynamics = (across: boolean): readonly Promotion[] => {
    const takes: Partial<Stacking> = across ? {} : { takesUnits: 'phase' };
    const high = { group: 'priority-2', turn: 2, policy: 'best-per-line', ...takes };
    const low = { group: 'priority-1', turn: 1, policy: 'chain' };
    const threshold = promotion({
      code: 'threshold',
      phase: 4,
      when: [
        { condition: 'basket-total', params: { minKopecks: 150 * RUB, stage: 'after-lines' } },
      ],
      then: [{ effect: 'receipt-amount-off', params: { amountKopecks: 10 * RUB } }],
    });
    return [
      off('quarter', 25, high, 'shoes'),
      off('tenth', 10, high, 'shoes'),
      off('compound-a', 10, low),
      off('compound-b', 20, low),
      threshold,
    ];
  };

  test(`${name}: Dynamics 365: best price within a priority, compounded below it, never across, threshold last`, () => {
    const lines = receipt(['shoes', 200], ['socks', 50]);
    const apart = run(ruleSet(dynamics(false)), facts({ lines }));
    assert.deepEqual(inRoubles(discountsOf(apart)), {
      quarter: 50,
      'compound-a': 5,
      'compound-b': 9,
      threshold: 10,
    });
    // Compounded across priorities the shoes cost 108, the basket 144: the threshold is missed.
    const across = run(ruleSet(dynamics(true)), facts({ lines }));
    assert.deepEqual(roubles(payableOf(across)), [108, 36]);
  });

  for (const [mode, scope, policy, expected] of [
    ['stackable', 'session', 'sum', { half: 100, tenth: 30, flat: 40 }],
    ['first', 'session', 'first-by-priority', { flat: 40 }],
    ['highest', 'session', 'best-for-buyer', { half: 100 }],
    ['lowest', 'session', 'least-cost', { tenth: 30 }],
    ['highest', 'item', 'best-per-line', { half: 100, tenth: 10 }],
  ] as const) {
    test(`${name}: Talon.One: an evaluation group of mode ${mode}, scope ${scope}`, () => {
      const group = { group: 'campaign', policy };
      const flatOff = promotion({
        code: 'flat',
        select: goods('tea'),
        then: [amountOff(40)],
        stacking: { ...group, priority: 3 },
      });
      const decision = run(
        ruleSet([
          off('half', 50, { ...group, priority: 2 }, 'tea'),
          off('tenth', 10, { ...group, priority: 1 }),
          flatOff,
        ]),
        facts({ lines: receipt(['tea', 200], ['cake', 100]) }),
      );
      assert.deepEqual(inRoubles(discountsOf(decision)), expected);
    });
  }

  test(`${name}: Talon.One: nested groups are groups that play one after another`, () => {
    const decision = run(
      ruleSet([
        off('coupon', 20, {
          group: 'outer-first',
          turn: 2,
          policy: 'first-by-priority',
          priority: 2,
        }),
        off('other', 30, {
          group: 'outer-first',
          turn: 2,
          policy: 'first-by-priority',
          priority: 1,
        }),
        off('tea', 50, { group: 'inner-highest', turn: 1, policy: 'best-per-line' }, 'tea'),
        off('all', 10, { group: 'inner-highest', turn: 1, policy: 'best-per-line' }),
      ]),
      facts({ lines: receipt(['tea', 200], ['cake', 100]) }),
    );
    assert.deepEqual(inRoubles(discountsOf(decision)), { coupon: 60, tea: 80, all: 8 });
  });

  for (const [exclusive, expected] of [
    ['all', { y: 30 }],
    ['group', { y: 30, z: 13.5 }],
    ['line', { y: 20, x: 20, z: 4 }],
  ] as const) {
    test(`${name}: IBM: a promotion that is exclusive: ${exclusive}`, () => {
      const group = { group: 'goods', turn: 1, policy: 'sum' };
      // `line`: Y is on tea alone, so that there is a line for X to keep.
      const skus = exclusive === 'line' ? ['tea'] : [];
      const decision = run(
        ruleSet([
          off('x', 20, { ...group, priority: 1 }),
          off('y', 10, { ...group, priority: 2, exclusive }, ...skus),
          promotion({ code: 'z', phase: 4, then: [percentOff(5)] }),
        ]),
        facts({ lines: receipt(['tea', 200], ['cake', 100]) }),
      );
      assert.deepEqual(inRoubles(discountsOf(decision)), expected);
    });
  }

  test(`${name}: HCL: the best deal is not the sequence that starts with the dearest promotion`, () => {
    const deal = (code: string, price: number, skus: readonly string[]): Promotion =>
      promotion({
        code,
        phase: 3,
        select: {
          selector: 'sets',
          params: { components: skus.map((sku) => ({ filter: { skus: [sku] }, count: 1 })) },
        },
        then: [{ effect: 'set-price', params: { priceKopecks: price * RUB } }],
        stacking: { group: 'deals', policy: 'best-deal' },
      });
    const promotions = [
      deal('lunch', 300, ['soup', 'pie']),
      deal('start', 120, ['salad', 'soup']),
      deal('end', 210, ['pie', 'tea']),
    ];
    const lines = receipt(['salad', 100], ['soup', 200], ['pie', 250], ['tea', 60]);
    const decision = run(ruleSet(promotions), facts({ lines }));
    // Lunch saves 150 and leaves nothing for the others, which together save 180 + 100.
    assert.deepEqual(inRoubles(discountsOf(decision)), { start: 180, end: 100 });
    const [search] = objects(own(decision, 'searches'));
    assert.equal(search?.['proved'], true);
    assert.equal(discountOf(decision), search['value']);
  });

  test(`${name}: solidus: in a lane the best discount of each line, lane after lane on what is left`, () => {
    const lane = (group: string, turn: number): Partial<Stacking> => ({
      group,
      turn,
      policy: 'best-per-line',
    });
    const decision = run(
      ruleSet([
        off('pre', 10, lane('pre', 3)),
        off('default-a', 20, lane('default', 2), 'tea'),
        off('default-b', 15, lane('default', 2)),
        off('post', 5, lane('post', 1)),
      ]),
      facts({ lines: receipt(['tea', 100], ['cake', 200]) }),
    );
    // tea 100 − 10 − 18 − 3.60, cake 200 − 20 − 27 − 7.65
    assert.deepEqual(roubles(payableOf(decision)), [68.4, 145.35]);
    assert.deepEqual(inRoubles(discountsOf(decision)), {
      pre: 30,
      'default-a': 18,
      'default-b': 27,
      post: 11.25,
    });
  });
}
