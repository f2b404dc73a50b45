import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { present } from '#shared/assert.ts';
import { aMember, aPromotion, aReceipt, day } from '../testing/builders.ts';
import { sum } from './basket.ts';
import type { Decision } from './decision.ts';
import { evaluate } from './evaluate.ts';
import type { Facts } from './facts.ts';
import type { Policy, Promotion } from './rule.ts';
import { compileRuleSet } from './rule-set.ts';
import { validatePromotion } from './validate-promotion.ts';

type Case = readonly [readonly Promotion[], Facts];
/** Holds for any promotions and any receipt; fast-check prints the seed of a counter-example. */
const always = (claim: (...example: Case) => void) => {
  fc.assert(fc.property(somePromotions, someReceipt, claim), { numRuns: 400 });
};
const decideFor = (promotions: readonly Promotion[], facts: Facts, explain: boolean): Decision =>
  evaluate(compileRuleSet(1, promotions), facts, { explain });

test('every line is gross = discount + redeemed + payable, and none of them is negative', () => {
  always((promotions, facts) => {
    for (const line of decideFor(promotions, facts, false).lines) {
      const { grossKopecks, discountKopecks, redeemedKopecks, payableKopecks } = line;
      assert.equal(grossKopecks, discountKopecks + redeemedKopecks + payableKopecks);
      assert.ok(Math.min(discountKopecks, redeemedKopecks, payableKopecks) >= 0);
      assert.equal(discountKopecks, sum(line.discounts.map((part) => part.kopecks)));
    }
  });
});

test('the lines add up to the totals', () => {
  always((promotions, facts) => {
    const decision = decideFor(promotions, facts, false);
    for (const field of [
      'grossKopecks',
      'discountKopecks',
      'redeemedKopecks',
      'payableKopecks',
      'redeemedPoints',
    ] as const) {
      assert.equal(decision[field], sum(decision.lines.map((line) => line[field])), field);
    }
  });
});

test('points by line add up to each accrual and stand on the lines', () => {
  always((promotions, facts) => {
    const { accruals, lines } = decideFor(promotions, facts, false);
    for (const accrual of accruals) {
      assert.ok(accrual.points > 0);
      assert.equal(accrual.points, sum(accrual.byLine.map((part) => part.points)));
      assert.ok(accrual.expiresAt === null || accrual.expiresAt > accrual.activeFrom);
    }
    assert.equal(
      sum(accruals.map((accrual) => accrual.points)),
      sum(lines.flatMap((line) => line.accruals.map((part) => part.points))),
    );
  });
});

test('points spent stay within bounds and pay for exactly their money', () => {
  always((promotions, facts) => {
    const decision = decideFor(promotions, facts, false);
    const { redeemedPoints, redeemablePointsMax } = decision;
    const { requestedPoints, availablePoints, kopecksPerPoint } = facts.redemption;
    const { num, den } = kopecksPerPoint;
    assert.equal(decision.redeemedKopecks, Math.floor((redeemedPoints * num) / den));
    assert.ok(redeemedPoints <= Math.min(requestedPoints, redeemablePointsMax));
    assert.ok(redeemablePointsMax <= availablePoints);
  });
});

test('verdicts add up to what the decision gives', () => {
  always((promotions, facts) => {
    const { verdicts, discountKopecks, accruals } = decideFor(promotions, facts, true);
    assert.equal(sum(verdicts.map((verdict) => verdict.discountKopecks)), discountKopecks);
    assert.equal(
      sum(verdicts.map((verdict) => verdict.points)),
      sum(accruals.map((accrual) => accrual.points)),
    );
    assert.equal(verdicts.length, promotions.filter((promotion) => promotion.isOn).length);
    for (const { verdict, reason } of verdicts)
      assert.equal(reason === null, verdict === 'applied');
  });
});

test('shuffling the promotions changes nothing', () => {
  fc.assert(
    fc.property(somePromotions, someReceipt, fc.integer(), (promotions, facts, turn) => {
      const at = promotions.length === 0 ? 0 : Math.abs(turn) % promotions.length;
      const shuffled = [...promotions.slice(at), ...promotions.slice(0, at)].toReversed();
      assert.equal(
        JSON.stringify(decideFor(shuffled, facts, true)),
        JSON.stringify(decideFor(promotions, facts, true)),
      );
    }),
    { numRuns: 400 },
  );
});

test('explaining changes no amount, and neither does a warm index', () => {
  fc.assert(
    fc.property(somePromotions, fc.array(someReceipt, { maxLength: 4 }), (promotions, receipts) => {
      const warm = compileRuleSet(1, promotions);
      for (const facts of receipts) {
        const { verdicts, ...plain } = evaluate(warm, facts);
        const explained = decideFor(promotions, facts, true);
        assert.equal(
          JSON.stringify({ ...plain, verdicts: [] }),
          JSON.stringify({ ...explained, verdicts: [] }),
        );
        const gave = explained.verdicts.filter(
          ({ verdict }) => verdict === 'applied' || verdict === 'limited',
        );
        assert.deepEqual(verdicts, gave);
      }
    }),
    { numRuns: 200 },
  );
});

test('the same input gives the same bytes', () => {
  always((promotions, facts) => {
    const ruleSet = compileRuleSet(1, promotions);
    assert.equal(
      JSON.stringify(evaluate(ruleSet, facts)),
      JSON.stringify(evaluate(ruleSet, facts)),
    );
  });
});

test('the promotions of these properties are sound', () => {
  fc.assert(
    fc.property(somePromotions, (promotions) => {
      for (const promotion of promotions) assert.equal(validatePromotion(promotion).ok, true);
    }),
    { numRuns: 50 },
  );
});

const SKUS = ['bread', 'milk', 'cheese', 'tea', 'soap'];
const GROUPS = ['bakery', 'dairy', 'food', 'home'];
const POLICIES: readonly Policy[] = ['sum', 'chain', 'best-for-buyer', 'first-by-priority'];
const basisPoints = fc.integer({ min: 1, max: 10_000 });
const amount = fc.integer({ min: 1, max: 30_000 });

const goods = fc.oneof(
  fc.record({ skus: fc.subarray(SKUS, { minLength: 1 }) }),
  fc.record({ groupCodes: fc.subarray(GROUPS, { minLength: 1 }) }),
  fc.record({ exceptSkus: fc.subarray(SKUS, { minLength: 1 }) }),
);

const condition = fc.oneof(
  use('basket-total', { minKopecks: amount, stage: fc.constantFrom('gross', 'after-discounts') }),
  use('local-hours', {
    fromMinute: fc.constantFrom(0, 600),
    toMinute: fc.constantFrom(1200, 1440),
  }),
  use('weekdays', { weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }) }),
  use('place', { storeCodes: fc.subarray(['KZN1', 'MSK1'], { minLength: 1 }) }),
  use('member-tier', { tierCodes: fc.subarray(['base', 'gold'], { minLength: 1 }) }),
  use('nth-purchase', { number: fc.integer({ min: 1, max: 3 }), mode: fc.constant('each') }),
  use('probability', { chanceBasisPoints: basisPoints }),
  goods.map((params) => ({
    condition: 'goods-quantity',
    params: { ...params, minMilli: 1500 },
  })),
);

function use(code: string, params: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  return fc.record(params).map((values) => ({ condition: code, params: values }));
}

const expr = fc.oneof(
  { weight: 4, arbitrary: condition },
  { weight: 1, arbitrary: condition.map((inner) => ({ not: inner })) },
  {
    weight: 1,
    arbitrary: fc.array(condition, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  },
);

const select = fc.oneof(
  fc.constant(undefined),
  goods.map((params) => ({ selector: 'goods', params })),
  fc.constant({ selector: 'undiscounted', params: {} }),
  fc
    .integer({ min: 1, max: 3 })
    .map((count) => ({ selector: 'cheapest-units', params: { count } })),
  fc.integer({ min: 2, max: 3 }).map((number) => ({
    selector: 'every-nth-unit',
    params: { number, order: 'dearest-first' },
  })),
);

type Gift = { readonly phase: number; readonly effect: string; readonly params: object };
const gift = (phase: number, effect: string, params: object): Gift => ({ phase, effect, params });
const life = fc.record({
  activeAfterDays: fc.integer({ min: 0, max: 3 }),
  lifetimeDays: fc.option(fc.integer({ min: 1, max: 400 })),
});

const gifts: fc.Arbitrary<Gift> = fc.oneof(
  basisPoints.map((rateBasisPoints) => gift(2, 'percent-off', { rateBasisPoints })),
  amount.map((amountKopecks) => gift(2, 'amount-off', { amountKopecks, per: 'unit' })),
  amount.map((amountKopecks) => gift(3, 'amount-off', { amountKopecks, per: 'selection' })),
  amount.map((priceKopecks) => gift(1, 'fixed-price', { priceKopecks })),
  amount.map((amountKopecks) =>
    gift(4, 'receipt-amount-off', { amountKopecks, perEachKopecks: 10_000 }),
  ),
  fc.constant(gift(6, 'round-down-total', { stepKopecks: 100 })),
  basisPoints.map((shareBasisPoints) => gift(7, 'redemption-cap', { shareBasisPoints })),
  fc
    .tuple(basisPoints, life)
    .map(([rateBasisPoints, more]) => gift(8, 'earn-percent', { rateBasisPoints, ...more })),
  amount.map((perKopecks) => gift(8, 'earn-per-amount', { points: 3, perKopecks, base: 'gross' })),
  fc.constantFrom('unit', 'receipt').map((per) => gift(8, 'earn-fixed', { points: 7, per })),
  fc
    .integer({ min: 101, max: 500 })
    .map((factorHundredths) => gift(8, 'multiply-points', { factorHundredths })),
);

const promotion = fc
  .record({
    gift: gifts,
    when: fc.array(expr, { maxLength: 2 }),
    select,
    isOn: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    group: fc.integer({ min: 0, max: 3 }),
    priority: fc.integer({ min: 0, max: 2 }),
    isExclusive: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    limit: fc.option(fc.integer({ min: 1, max: 2000 })),
  })
  .map((wish) => ({
    phase: wish.gift.phase,
    isOn: wish.isOn,
    when: wish.when,
    ...(wish.select === undefined ? {} : { select: wish.select }),
    then: [{ effect: wish.gift.effect, params: { ...wish.gift.params } }],
    ...(wish.limit === null
      ? {}
      : { limits: { receiptKopecksMax: wish.limit, receiptPointsMax: wish.limit } }),
    stacking: {
      group: `group-${wish.group}`,
      // One policy per group, as every sound rule set has.
      policy: present(POLICIES[wish.group], 'policy'),
      priority: wish.priority,
      isExclusive: wish.isExclusive,
    },
  }));

/** Up to a dozen sound promotions of all phases, policies, selectors and effects. */
const somePromotions: fc.Arbitrary<readonly Promotion[]> = fc
  .array(promotion, { maxLength: 12 })
  .map((wishes) => wishes.map((wish, i) => aPromotion({ code: `promotion-${i}`, ...wish })));

const line = fc.record({
  sku: fc.constantFrom(...SKUS),
  groupCodes: fc.subarray(GROUPS),
  quantityMilli: fc.constantFrom(1000, 2000, 5000, 350, 1555),
  priceKopecks: fc.integer({ min: 0, max: 50_000 }),
});

const member = fc.option(
  fc.record({
    tierCode: fc.constantFrom('base', 'silver', 'gold'),
    purchasesBefore: fc.integer({ min: 0, max: 12 }),
    birthDate: fc.constantFrom(null, day('1990-03-05')),
  }),
);

/** A receipt of one to eight lines at some hour, with or without a member and points. */
const someReceipt: fc.Arbitrary<Facts> = fc
  .record({
    receiptId: fc.uuid(),
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    member: member.map((wish) => (wish === null ? null : aMember(wish))),
    minuteOfDay: fc.integer({ min: 0, max: 1439 }),
    date: fc.constantFrom('2026-03-04', '2026-03-07', '2028-02-29'),
    zone: fc.constantFrom('Europe/Kaliningrad', 'Europe/Moscow', 'Asia/Kamchatka'),
    spend: fc.integer({ min: 0, max: 20_000 }),
    available: fc.integer({ min: 0, max: 20_000 }),
    kopecksPerPoint: fc.constantFrom(
      { num: 1, den: 1 },
      { num: 100, den: 1 },
      { num: 1, den: 3 },
      { num: 7, den: 2 },
      { num: 0, den: 1 },
    ),
  })
  .map(aReceipt);
