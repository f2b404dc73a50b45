import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt, checkOf } from '../../testing/builders.ts';
import { place } from './place.ts';

const receipt = aReceipt();

test('a store takes part by its code, region, format or partner', () => {
  for (const params of [
    { storeCodes: ['KZN1'] },
    { regionCodes: ['tatarstan'] },
    { formatCodes: ['super'] },
    { partnerCodes: ['gastronom'] },
    { storeCodes: ['elsewhere'], partnerCodes: ['gastronom'] },
  ]) {
    assert.equal(checkOf(place, params, receipt), null);
  }
});

test('a store on none of the lists does not take part', () => {
  const missed = checkOf(place, { storeCodes: ['MSK1'], regionCodes: ['moscow'] }, receipt);
  assert.equal(missed?.code, 'wrong-place');
});

test('a place that names nothing is a mistake', () => {
  assert.equal(place.problems({})[0]?.code, 'no-place-named');
});
