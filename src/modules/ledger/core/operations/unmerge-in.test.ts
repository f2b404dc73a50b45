import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysLater } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const BONUS = { currencyCode: 'bonus' };

test('lots come home with the dates they have, and repay what became owed there', () => {
  const world = aWorld();
  const [stays, goes] = [world.member(1), world.member(2)];
  const expiry = { when: 'after', count: 5, unit: 'day', from: 'accrual', endOf: 'none' };
  const lifetime = { activation: { when: 'at-once' }, expiry };
  goes.good('credit', { ...BONUS, points: 40, reasonCode: 'x', lifetime });
  const sent = goes.good('merge-out', { toMemberId: stays.id });
  stays.good('merge-in', { transit: sent['transit'] });
  goes.good('take-back', { ...BONUS, points: 15 });
  const ofOperationId = Reflect.get(Object(sent['transit']), 'id');
  const undone = stays.good('unmerge-out', { toMemberId: goes.id, ofOperationId });
  const { accounts } = goes.good('unmerge-in', { transit: undone['transit'] });
  assert.deepEqual(accounts, [{ ...BONUS, points: 40, debtPoints: 0 }]);
  assert.deepEqual([goes.account().debt, goes.account().balance], [0, 25]);
  assert.equal(goes.lots().at(-1)?.expiresAt, daysLater(5));
  assert.equal(goes.refused('unmerge-in', { transit: sent['transit'] }).code, 'unknown-transit');
});
