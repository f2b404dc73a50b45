import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion, aReceipt, decide } from '../testing/builders.ts';
import type { Promotion } from './rule.ts';

const verdictOf = (promotions: readonly Promotion[], code: string) =>
  decide(promotions, aReceipt()).verdicts.find((verdict) => verdict.promotionCode === code);

test('a miss tells the reason and the distance', () => {
  const far = aPromotion({ when: [{ condition: 'basket-total', params: { minKopecks: 25_000 } }] });
  assert.deepEqual(verdictOf([far], 'ten-off'), {
    promotionCode: 'ten-off',
    title: { ru: 'ten-off', en: 'ten-off' },
    verdict: 'missed',
    discountKopecks: 0,
    points: 0,
    reason: {
      code: 'basket-total-too-small',
      text: { ru: 'ещё 150,00\u00a0₽', en: '150.00\u00a0₽ more' },
      distance: { unit: 'kopecks', value: 15_000 },
    },
    outbidBy: null,
  });
});

test('the loser learns who won', () => {
  const best = { policy: 'best-for-buyer' } as const;
  const better = aPromotion({
    code: 'half',
    then: [{ effect: 'percent-off', params: { rateBasisPoints: 5000 } }],
    stacking: best,
  });
  const verdict = verdictOf([aPromotion({ stacking: best }), better], 'ten-off');
  assert.equal(verdict?.verdict, 'outbid');
  assert.equal(verdict?.outbidBy, 'half');
  assert.equal(verdict?.reason?.text.en, 'outbid by “half”');
});

test('a limited promotion shows what it gave after the cut', () => {
  const verdict = verdictOf([aPromotion({ limits: { receiptKopecksMax: 7 } })], 'ten-off');
  assert.equal(verdict?.verdict, 'limited');
  assert.equal(verdict?.discountKopecks, 7);
  assert.equal(verdict?.reason?.code, 'own-limit');
});

test('a promotion without its goods has no effect', () => {
  const select = { selector: 'goods', params: { skus: ['caviar'] } };
  assert.equal(verdictOf([aPromotion({ select })], 'ten-off')?.reason?.code, 'no-goods-selected');
});
