import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { offerChoice } from './offer-choice.ts';

test('one of the options is picked unless said', () => {
  const options = [{ code: 'tea' }, { code: 'mug', sku: 'mug-1' }];
  const opening = { effect: 'offer-choice', promotionCode: 'ten-off', phase: 2, options };
  assert.deepEqual(recordsOf(offerChoice, { options }), [{ ...opening, pick: 1 }]);
  assert.deepEqual(recordsOf(offerChoice, { options, pick: 2 }), [{ ...opening, pick: 2 }]);
});
