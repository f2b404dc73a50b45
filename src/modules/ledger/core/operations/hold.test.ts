import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MINUTE, NOW } from '../../testing/builders.ts';
import { aWorld } from '../../testing/world.ts';

const HOLD = { currencyCode: 'bonus', points: 60, minutes: 30 };

function aMember() {
  const member = aWorld({ terms: { bonus: { holdMinutesMax: 60, loanPointsMax: 9 } } }).member();
  member.good('credit', { currencyCode: 'bonus', points: 100, reasonCode: 'x' });
  return member;
}

test('held points wait for their hold', () => {
  const member = aMember();
  const { holdId, ...result } = member.good('hold', HOLD);
  assert.deepEqual(result, {
    points: 60,
    lapsesAt: new Date(NOW + 30 * MINUTE).toISOString(),
  });
  assert.equal(member.book.holds.get(String(holdId))?.state, 'open');
  assert.deepEqual([member.account().balance, member.account().held], [100, 60]);
  const more = member.refused('spend', { currencyCode: 'bonus', points: 50 });
  assert.deepEqual(more.details, { availablePoints: 40, loanPoints: 9 });
});

test('nothing is held that is not there, and not for ever', () => {
  const member = aMember();
  const more = member.refused('hold', { ...HOLD, points: 101 });
  assert.deepEqual(more.details, { availablePoints: 100, loanPoints: 0 });
  const long = member.refused('hold', { ...HOLD, minutes: 61 });
  assert.deepEqual(long, { code: 'hold-too-long', details: { holdMinutesMax: 60 } });
});
