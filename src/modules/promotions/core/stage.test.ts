import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../testing/builders.ts';
import { openBasket } from './basket.ts';
import { stageAmounts } from './stage.ts';

test('each stage looks at its own money', () => {
  const basket = openBasket(aReceipt());
  basket.discountedKopecks[0] = 9000;
  basket.payableKopecks[0] = 8000;
  assert.deepEqual(stageAmounts('gross', basket), [10_000]);
  assert.deepEqual(stageAmounts('after-discounts', basket), [9000]);
  assert.deepEqual(stageAmounts('payable', basket), [8000]);
});
