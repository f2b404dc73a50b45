import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberId } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import { lastPurchaseOn, openLastPurchases } from './last-purchases.ts';

const ANNA = memberId(5 * 16_384);
const BORIS = memberId(6 * 16_384);
const wall = (text: string) => instant(Date.parse(`${text}Z`));
const till = wall('2026-03-10T12:00:00');

const bought = (who: typeof ANNA, at: string) => ({
  bucket: 0,
  memberId: who,
  boughtAt: wall(at),
  receiptId: 'r',
  versionNo: 0,
  storeCode: 's',
  lines: '',
});

test('the last purchase is the latest that was read or made in the batch, up to the receipt', () => {
  const last = openLastPurchases([
    { member_id: ANNA, till, bought_at: wall('2026-03-01T23:59:00') },
  ]);
  const of = (who: typeof ANNA, at = till) =>
    lastPurchaseOn(last, { memberId: who, lastPurchaseTill: at });
  assert.equal(of(ANNA), '2026-03-01');
  last.added.push(bought(ANNA, '2026-03-05T08:00:00'), bought(ANNA, '2026-03-11T08:00:00'));
  assert.equal(of(ANNA), '2026-03-05');
  assert.equal(of(BORIS), null);
});

test('nobody is told of a purchase that nobody asks for', () => {
  const last = openLastPurchases([]);
  last.added.push(bought(ANNA, '2026-03-05T08:00:00'));
  assert.equal(lastPurchaseOn(last, { memberId: ANNA, lastPurchaseTill: undefined }), null);
});
