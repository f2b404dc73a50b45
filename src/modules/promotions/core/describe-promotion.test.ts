import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../testing/builders.ts';
import { describePromotion } from './describe-promotion.ts';

test('a promotion is told in one or two plain sentences', () => {
  const promotion = aPromotion({
    when: [
      { condition: 'basket-total', params: { minKopecks: 100_000 } },
      { condition: 'member-tier', params: { tierCodes: ['gold'] } },
    ],
    select: { selector: 'goods', params: { groupCodes: ['cheese'] } },
  });
  assert.deepEqual(describePromotion(promotion), {
    ru: 'Если чек от 1\u00a0000,00\u00a0₽ и уровень участника gold: скидка 10\u00a0%. Участвуют: товары групп cheese.',
    en: 'If receipt of 1,000.00\u00a0₽ or more and member’s tier is gold: 10% off. Takes part: goods of groups cheese.',
  });
});

test('a promotion without conditions runs always', () => {
  assert.equal(describePromotion(aPromotion()).en, 'Always: 10% off.');
});
