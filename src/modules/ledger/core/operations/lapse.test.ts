import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MINUTE } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

test('holds whose time is over are set free, the others stay, and twice is once', () => {
  const world = aWorld();
  const member = world.member();
  member.good('credit', { currencyCode: 'bonus', points: 100, reasonCode: 'x' });
  const holdIds = [5, 10, 20].map((minutes) => {
    const { holdId } = member.good('hold', { currencyCode: 'bonus', points: 10, minutes });
    return String(holdId);
  });
  world.pass(10 * MINUTE);
  assert.deepEqual(member.good('lapse', { holdIds }), { holdIds: holdIds.slice(0, 2) });
  const states = holdIds.map((id) => member.book.holds.get(id)?.state);
  assert.deepEqual(states, ['lapsed', 'lapsed', 'open']);
  assert.equal(member.account().held, 10);
  assert.deepEqual(member.good('lapse', { holdIds }), { holdIds: [] });
});
