import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '#shared/ids.ts';
import { NOW } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const TRANSFER = { pointsMin: 1, dailyPointsMax: 1000, feeBasisPoints: 0, feePoints: 0 };

test('a transit is settled once and posts nothing', () => {
  const member = aWorld({ terms: { bonus: { transfer: TRANSFER } } }).member();
  member.good('credit', { currencyCode: 'bonus', points: 60, reasonCode: 'x' });
  const params = { toMemberId: 5, currencyCode: 'bonus', points: 10, as: 'gift' };
  const { transit } = member.good('transfer-out', params);
  const transitId = Reflect.get(Object(transit), 'id');
  const before = member.entries().length;
  assert.deepEqual(member.good('settle', { transitId }), { transitId });
  assert.equal(member.entries().length, before);
  const closed = { code: 'transit-closed', details: { state: 'received' } };
  assert.deepEqual(member.refused('settle', { transitId }), closed);
  assert.deepEqual(member.refused('transfer-back', { transitId }), closed);
  const nowhere = uuidv7(NOW, new Uint8Array(10));
  assert.equal(member.refused('settle', { transitId: nowhere }).code, 'unknown-transit');
});
