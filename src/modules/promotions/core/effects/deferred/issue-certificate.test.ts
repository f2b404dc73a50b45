import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emissionsOf } from '../../../testing/emissions.ts';
import { issueCertificate } from './issue-certificate.ts';

test('the amount may be worked out, limits of coupons do not count it', () => {
  const amountKopecks = { times: [{ source: 'selected-units' }, 5000] };
  const [emission] = emissionsOf(issueCertificate, { emissionCode: 'gift', amountKopecks });
  assert.equal(emission?.isCoupon, false);
  assert.equal(
    JSON.stringify(emission?.record),
    '{"effect":"issue-certificate","promotionCode":"ten-off","phase":2,"emissionCode":"gift","quantity":1,"amountKopecks":5000}',
  );
});
