import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { place } from './place.ts';

const receipt = aReceipt({
  place: { cityCode: 'kazan', brandCode: 'corner', legalEntityCode: 'llc-7' },
});

test('a store takes part by any of its names', () => {
  for (const params of [
    { storeCodes: ['KZN1'] },
    { regionCodes: ['tatarstan'] },
    { formatCodes: ['super'] },
    { cityCodes: ['kazan'] },
    { brandCodes: ['corner'] },
    { partnerCodes: ['gastronom'] },
    { legalEntityCodes: ['llc-7'] },
    { storeCodes: ['elsewhere'], partnerCodes: ['gastronom'] },
  ]) {
    assert.equal(checkOf(place, params, receipt), null);
  }
});

test('a store on none of the lists does not take part', () => {
  const missed = checkOf(place, { storeCodes: ['MSK1'], cityCodes: ['moscow'] }, receipt);
  assert.deepEqual([missed?.code, missed?.distance], ['wrong-place', null]);
  assert.equal(checkOf(place, { cityCodes: ['kazan'] }, aReceipt())?.code, 'wrong-place');
});

test('what happens nowhere is in no place', () => {
  const missed = checkOf(place, { storeCodes: ['KZN1'] }, aReceipt({ place: null }));
  assert.equal(missed?.code, 'no-place');
});

test('a place that names nothing is a mistake', () => {
  assert.equal(place.problems({})[0]?.code, 'no-place-named');
});
