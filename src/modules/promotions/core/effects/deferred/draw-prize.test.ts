import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../../testing/builders.ts';
import { emissionsOf } from '../../../testing/emissions.ts';
import { drawPrize } from './draw-prize.ts';

const PRIZES = {
  prizes: [
    { prizeCode: 'car', weight: 1 },
    { prizeCode: 'mug', weight: 3, stockCode: 'mugs' },
    { prizeCode: 'tea', weight: 6 },
  ],
};
const drawn = (stock: Record<string, number>) =>
  Array.from({ length: 400 }, (_, i) => {
    const facts = aReceipt({ receiptId: `receipt-${i}`, stock });
    return emissionsOf(drawPrize, PRIZES, { facts })[0]?.record?.['prizeCode'];
  });

test('prizes come by their weights, and one receipt draws the same again', () => {
  const prizes = drawn({ mugs: 9 });
  const count = (code: string) => prizes.filter((one) => one === code).length;
  assert.ok(count('car') > 15 && count('car') < 70, String(count('car')));
  assert.ok(count('tea') > 190 && count('tea') < 290, String(count('tea')));
  assert.deepEqual(drawn({ mugs: 9 }), prizes);
});

test('what is out of stock is not drawn', () => {
  assert.equal(drawn({}).includes('mug'), false);
});

test('no prize left is no prize, and too heavy weights are a mistake', () => {
  const onlyMugs = { prizes: [{ prizeCode: 'mug', weight: 3, stockCode: 'mugs' }] };
  assert.deepEqual(emissionsOf(drawPrize, onlyMugs), []);
  const heavy = {
    prizes: [
      { prizeCode: 'a', weight: 2 ** 20 },
      { prizeCode: 'b', weight: 1 },
    ],
  };
  assert.equal(drawPrize.problems(heavy)[0]?.code, 'too-large');
});

test('each effect of a promotion draws a lot of its own', () => {
  const lots = [0, 1, 2, 3, 4, 5, 6, 7].map(
    (effectNo) => emissionsOf(drawPrize, PRIZES, { effectNo })[0]?.record?.['prizeCode'],
  );
  assert.ok(new Set(lots).size > 1, String(lots));
});
