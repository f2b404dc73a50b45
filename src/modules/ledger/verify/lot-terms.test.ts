import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lotTermsOf } from './lot-terms.ts';

const lots = [
  { id: 'old', amount: -5 },
  { id: 'new-1', amount: 7 },
  { id: 'new-2', amount: 2 },
];

test('opened lots are the last of the list, lots with new dates are named', () => {
  assert.deepEqual(lotTermsOf({ lots, lotTerms: '+10,20,;+11,,delivery;old,1,2,' }), [
    { lotId: 'new-1', activeFrom: 10, expiresAt: 20, awaits: null },
    { lotId: 'new-2', activeFrom: 11, expiresAt: null, awaits: 'delivery' },
    { lotId: 'old', activeFrom: 1, expiresAt: 2, awaits: null },
  ]);
});

test('an entry that says nothing of dates gives none', () => {
  assert.deepEqual(lotTermsOf({ lots, lotTerms: null }), []);
});
