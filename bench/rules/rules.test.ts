import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validatePromotion, validateTogether } from '#modules/promotions/core/index.ts';
import { asPromotion } from './as-promotion.ts';
import { basketsOf } from './baskets.ts';
import { mixedPromotionsOf } from './mixed-promotions.ts';
import { assertAgreed, openContest } from './peers.ts';
import { simpleRulesOf } from './simple-rules.ts';

const SEED = 'test';

test('the same seed draws the same promotions and baskets for the rules bench', () => {
  const drawn = (seed: string) => [
    simpleRulesOf(seed, 50),
    mixedPromotionsOf(seed, 50),
    basketsOf(seed, 20, 8),
  ];
  assert.deepEqual(drawn(SEED), drawn(SEED));
  assert.notDeepEqual(drawn(SEED), drawn('another'));
});

test('every promotion of the rules bench may be saved', () => {
  for (const promotions of [
    simpleRulesOf(SEED, 20).map(asPromotion),
    mixedPromotionsOf(SEED, 100),
  ]) {
    const problems = promotions.flatMap((one) => {
      const validated = validatePromotion(one);
      return validated.ok ? [] : validated.problems;
    });
    assert.deepEqual([...problems, ...validateTogether(promotions)], []);
  }
});

test('all rule engines of the bench give fifty baskets the same sums', async () => {
  const baskets = basketsOf(SEED, 50, 8);
  await assertAgreed(openContest(SEED, 30, baskets), baskets.length);
});

test('rule engines that differ by a kopeck are not compared', async () => {
  const baskets = basketsOf(SEED, 5, 8);
  const { ours, peers } = openContest(SEED, 30, baskets);
  const naive = { decide: () => ({ discountKopecks: -1, points: 0 }) };
  await assert.rejects(assertAgreed({ ours, peers: { ...peers, naive } }, 5), /naive -1 kopecks/);
});
