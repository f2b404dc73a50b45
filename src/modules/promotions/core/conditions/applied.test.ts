import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { applied } from './applied.ts';

const after = (...codes: string[]) => ({
  facts: aReceipt(),
  change: (basket: object) => {
    const numberOf = new Map(codes.map((code, number) => [code, number]));
    Object.assign(basket, { numberOf, applied: new Uint8Array(codes.length).fill(1) });
  },
});
const CODES = ['first', 'second'];

test('any promotion is enough, unless all are asked for', () => {
  assert.equal(checkOf(applied, { promotionCodes: CODES }, after('second')), null);
  const all = { promotionCodes: CODES, isAll: true };
  assert.equal(checkOf(applied, all, after('second', 'first')), null);
  assert.equal(checkOf(applied, all, after('second'))?.code, 'not-applied');
});

test('before anything has applied it misses without a distance', () => {
  const missed = checkOf(applied, { promotionCodes: CODES }, aReceipt());
  assert.deepEqual([missed?.code, missed?.distance], ['not-applied', null]);
});
