import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../../testing/builders.ts';
import { findingOf } from './explained.ts';
import { told } from './told.ts';

const promotion = aPromotion({ title: { ru: 'Сыр', en: 'Cheese' } });
const gift = {
  ...findingOf('applied', null),
  discountKopecks: 500,
  points: [
    ['bonus', 7],
    ['chips', -1],
  ] as const,
};

test('money and points are told together', () => {
  assert.deepEqual(told(promotion, gift, 'member'), {
    ru: '«Сыр»: скидка 5,00\u00a0₽, +7\u00a0баллов, −1\u00a0балл',
    en: '“Cheese”: 5.00\u00a0₽ off, +7 points, −1 points',
  });
});

test('what applied without money or points says just that', () => {
  assert.equal(told(promotion, findingOf('applied', null), 'cashier').ru, '«Сыр»: сработала');
});

test('a cut is told in brackets', () => {
  const reason = { code: 'own-limit', text: { ru: 'срезано', en: 'cut' } };
  const cut = { ...gift, points: [], reason };
  assert.equal(told(promotion, cut, 'cashier').en, '“Cheese”: 5.00\u00a0₽ off (cut)');
});

test('a verdict without a reason has its own words', () => {
  assert.equal(
    told(promotion, findingOf('no-goods', null), 'marketer').en.split(': ')[0],
    'ten-off',
  );
  assert.equal(
    told(promotion, findingOf('outbid', null), 'member').ru,
    '«Сыр»: уступила другой акции',
  );
});
