import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PLAIN_MEMBER } from '#modules/promotions/core/index.ts';
import { localMoment } from '#shared/time.ts';
import { aReceiptFacts } from '../testing/facts.ts';
import { packFacts, unpackFacts } from './pack-facts.ts';

const facts = aReceiptFacts();
const { date } = localMoment(facts.occurredAt, 'UTC');

test('stored facts come back as they were', () => {
  const member = { ...PLAIN_MEMBER, tierCode: 'gold', registeredOn: date, tags: ['vip'] };
  for (const one of [facts, { ...facts, member }]) {
    assert.deepEqual(unpackFacts(JSON.parse(JSON.stringify(packFacts(one)))), one);
  }
});

test('facts that say nothing are not stored', () => {
  const packed = packFacts(facts);
  assert.deepEqual(Object.keys(packed).includes('coupons'), false);
  assert.deepEqual(Object.keys(packed).includes('history'), false);
});
