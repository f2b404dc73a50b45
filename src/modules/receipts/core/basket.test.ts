import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directoryOf } from '#modules/partners/core/index.ts';
import { basketOf } from './basket.ts';

const directory = directoryOf({
  version: 1,
  partners: [],
  stores: [],
  terminals: [],
  groups: [
    { code: 'food', parentCode: null, title: { ru: 'Еда', en: 'Food' } },
    { code: 'cheese', parentCode: 'food', title: { ru: 'Сыр', en: 'Cheese' } },
  ],
  goods: [
    {
      sku: 'C1',
      groupCode: 'cheese',
      title: { ru: 'Сыр', en: 'Cheese' },
      priceKopecks: 1,
      isWeighed: true,
    },
  ],
});

const line = { lineNo: 1, sku: 'C1', quantityMilli: 1000, priceKopecks: 19_990 };

test('a line is worth quantity times price, halves of a kopeck up', () => {
  const cases: [number, number, number][] = [
    [2000, 19_990, 39_980],
    [333, 10_000, 3330],
    [5, 100, 1],
    [4, 100, 0],
    [1000, 0, 0],
  ];
  for (const [quantityMilli, priceKopecks, expected] of cases) {
    const verdict = basketOf([{ ...line, quantityMilli, priceKopecks }], directory);
    assert.ok(verdict.isGood);
    assert.equal(verdict.lines[0]?.grossKopecks, expected);
  }
});

test('a line is placed in its group and the groups above', () => {
  const verdict = basketOf([line, { ...line, lineNo: 2, sku: 'unknown' }], directory);
  assert.ok(verdict.isGood);
  assert.deepEqual(
    verdict.lines.map((one) => one.groupCodes),
    [['cheese', 'food'], []],
  );
});

test('a repeated line number is named', () => {
  const verdict = basketOf([line, line], directory);
  assert.deepEqual(verdict, {
    isGood: false,
    code: 'line-number-repeated',
    path: '/lines/1/lineNo',
  });
});

test('a basket beyond what can be counted is refused', () => {
  const dear = { ...line, quantityMilli: 1_000_000_000, priceKopecks: 10_000_000_000_000 };
  const verdict = basketOf([dear], directory);
  assert.ok(!verdict.isGood && verdict.code === 'receipt-too-large');
});
