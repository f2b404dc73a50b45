import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Check } from 'typebox/value';
import { aLot, NOW } from '../testing/builders.ts';
import { cargoLots } from './cargo.ts';
import { TransitShape } from './transit.ts';

test('a transit is the same after its way through JSON', () => {
  const lots = cargoLots([{ id: 'a', amount: -4 }], [aLot({ awaits: 'delivery' })]);
  const transit = {
    id: 't',
    memberId: 1,
    toMemberId: 2,
    kind: 'gift',
    state: 'sent',
    cargo: [{ currencyCode: 'bonus', debt: 0, lots }],
    sentAt: NOW,
    settledAt: null,
  };
  const read: unknown = JSON.parse(JSON.stringify(transit));
  assert.ok(Check(TransitShape, read));
  assert.deepEqual(read, transit);
  assert.equal(Check(TransitShape, { ...transit, kind: 'theft' }), false);
  assert.equal(Check(TransitShape, { ...transit, settledAt: 'yesterday' }), false);
});
