import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseScenarios } from './parse.ts';
import type { Step } from './steps.ts';

/** The steps of one scenario with these lines. */
function stepsOf(...lines: readonly string[]): readonly Step[] {
  const text = ['scenario "One"', ...lines].join('\n');
  return parseScenarios(text, 'one.scenario')[0]?.statements.map(({ step }) => step) ?? [];
}

function only(line: string): Step {
  const [step] = stepsOf(line);
  assert.ok(step !== undefined);
  return step;
}

/** What the language says about a line that cannot be read. */
function complaintOf(...lines: readonly string[]): string {
  try {
    stepsOf(...lines);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'no complaint';
}

test('a receipt line names the buyer, the shop, the wall clock and the goods', () => {
  const line =
    'receipt Anna Kazan 2026-03-01 22:15 cheese 2×199.90 milk 89 spend 30 via app as first';
  assert.deepEqual(only(line), {
    kind: 'receipt',
    who: { kind: 'member', name: 'Anna' },
    shop: 'Kazan',
    at: { date: '2026-03-01', minuteOfDay: 22 * 60 + 15 },
    items: [
      { name: 'cheese', quantityMilli: 2000, priceKopecks: 19_990 },
      { name: 'milk', quantityMilli: 1000, priceKopecks: 8900 },
    ],
    spend: 30,
    coupons: [],
    chosen: [],
    payments: [],
    channel: 'app',
    label: 'first',
  });
});

test('money and weights are read without ever becoming fractions', () => {
  const step = only('receipt anonymous Kazan cheese 0.355×1234.56 salt 3x0,07');
  assert.ok(step.kind === 'receipt');
  assert.deepEqual(
    step.items.map(({ quantityMilli, priceKopecks }) => [quantityMilli, priceKopecks]),
    [
      [355, 123_456],
      [3000, 7],
    ],
  );
});

test('the rule of the handbook becomes a selector and an effect', () => {
  const step = only('rule "Cheese x3" group base when category cheese earn 3 per 100₽');
  assert.ok(step.kind === 'rule');
  assert.deepEqual(step.selector, { code: 'goods', params: { groupCodes: ['cheese'] } });
  assert.deepEqual(step.effects, [
    { code: 'earn-per-amount', params: { points: 3, perKopecks: 10_000 } },
  ]);
  assert.equal(step.group, 'base');
  assert.equal(step.phase, 8);
});

test('conditions joined by and are all asked, and not turns one round', () => {
  const step = only(
    'rule "Night" when local-time 22:00-02:00 and not weekday sat,sun and tier gold multiply 1.5',
  );
  assert.ok(step.kind === 'rule');
  assert.deepEqual(
    step.conditions.map(({ code, params, isNot }) => [code, params, isNot]),
    [
      ['local-hours', { fromMinute: 1320, toMinute: 120 }, false],
      ['weekdays', { weekdays: [6, 7] }, true],
      ['member-tier', { tierCodes: ['gold'] }, false],
    ],
  );
  assert.deepEqual(step.effects, [{ code: 'multiply-points', params: { factorHundredths: 150 } }]);
});

test('an effect brings its phase unless the rule names one', () => {
  const phases = [
    'discount 10%',
    'on every 3 of yogurt discount 100%',
    'off-receipt 100₽',
    'round-down 1₽',
    'redeem up-to 50%',
    'earn 5%',
    'say "Спасибо"',
    'phase basket discount 10%',
  ].map((clauses) => {
    const step = only(`rule "R" ${clauses}`);
    return step.kind === 'rule' ? step.phase : 0;
  });
  assert.deepEqual(phases, [2, 3, 4, 6, 7, 8, 9, 4]);
});

test('a limit is money, or points when it says so', () => {
  const [money, points] = ['at-most 500₽', 'at-most 100 points'].map((limit) => {
    const step = only(`rule "R" earn 5% ${limit}`);
    return step.kind === 'rule' ? step.limits : null;
  });
  assert.deepEqual(money, { receiptKopecksMax: 50_000 });
  assert.deepEqual(points, { receiptPointsMax: 100 });
});

test('expectations carry numbers, reasons and distances', () => {
  assert.deepEqual(only('expect earned 22 because "Cheese x3" 11, "Night owls" +11'), {
    kind: 'expect',
    expectation: {
      kind: 'measure',
      measure: 'earned',
      value: 22,
      because: [
        { title: 'Cheese x3', value: 11 },
        { title: 'Night owls', value: 11 },
      ],
    },
  });
  assert.deepEqual(only('expect skipped "Big" reason basket-total-too-small short 99.90 roubles'), {
    kind: 'expect',
    expectation: {
      kind: 'verdict',
      verdict: 'skipped',
      title: 'Big',
      by: null,
      reason: 'basket-total-too-small',
      distance: { unit: 'kopecks', value: 9990 },
    },
  });
});

test('Russian words mean the same as English ones', () => {
  const english = stepsOf('rule "R" when category cheese earn 3 per 100₽', 'expect balance 5');
  const russian = stepsOf(
    'правило «R» когда категория cheese начислить 3 за 100₽',
    'ожидаем баланс 5',
  );
  assert.deepEqual(russian, english);
});

test('comments and empty lines say nothing', () => {
  assert.deepEqual(stepsOf('', '# a thought', 'cancel # of everything'), [
    { kind: 'cancel', of: null, shop: null },
  ]);
});

test('what cannot be read is named with its file, its line and what was expected there', () => {
  assert.equal(
    complaintOf('shop Kazan zone Europe/Moscow', 'receipt Anna Kazan 2026-03-01 milk 89'),
    'one.scenario:3: expected a time, like 22:15, found "milk"',
  );
  assert.equal(
    complaintOf('receipt Anna Kazan 2026-03-01 22:15 milk'),
    'one.scenario:2: expected an amount of milk, like 2×199.90, found the end of the line',
  );
  assert.match(
    complaintOf('purchase Anna'),
    /^one\.scenario:2: expected one of shop, goods, .*"purchase"$/u,
  );
  assert.match(
    complaintOf('rule "R" when moon full earn 5%'),
    /:2: expected local-time \| .*"moon"$/u,
  );
  assert.match(complaintOf('rule "R" when tier gold'), /:2: expected earn \| multiply/u);
  assert.match(complaintOf('expect earned many'), /:2: expected a whole number, found "many"$/u);
  assert.match(complaintOf('confirm now'), /:2: expected the end of the line, found "now"$/u);
  assert.match(complaintOf('rule "R earn 5%'), /:2: expected a closing quote/u);
});

test('a line before the first scenario and a title used twice are refused', () => {
  assert.throws(() => parseScenarios('shop Kazan', 'x'), /x:1: expected scenario/u);
  assert.throws(
    () => parseScenarios('scenario "A"\nscenario "A"', 'x'),
    /x:2: expected a new title, "A" is taken/u,
  );
});
