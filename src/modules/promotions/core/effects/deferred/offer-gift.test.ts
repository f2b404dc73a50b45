import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../../testing/builders.ts';
import { emissionsOf, recordsOf } from '../../../testing/emissions.ts';
import { offerGift } from './offer-gift.ts';

test('a gift is offered once and for nothing unless said', () => {
  assert.equal(
    JSON.stringify(recordsOf(offerGift, { skus: ['mug'] })),
    '[{"effect":"offer-gift","promotionCode":"ten-off","phase":2,"skus":["mug"],"quantity":1,"priceKopecks":0}]',
  );
});

test('gifts may come for each unit, and cost what a Value says', () => {
  const facts = aReceipt({ lines: [{ quantityMilli: 3000, priceKopecks: 700 }] });
  const price = { over: [{ source: 'basket-total:gross' }, 100] };
  const params = { skus: ['mug'], quantity: 2, per: 'unit', priceKopecks: price };
  const [emission] = emissionsOf(offerGift, params, { facts });
  assert.equal(emission?.quantity, 6);
  assert.equal(emission?.record?.['quantity'], 6);
  assert.equal(emission?.record?.['priceKopecks'], 21);
  assert.equal('per' in (emission?.record ?? {}), false);
});

test('no full step of the sum is no gift', () => {
  const params = { skus: ['mug'], per: 'step', perKopecks: 10_001 };
  assert.deepEqual(recordsOf(offerGift, params), []);
  assert.equal(offerGift.problems({ skus: ['mug'], per: 'step' })[0]?.field, 'perKopecks');
});
