import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movingRule } from '#shared/lifetime.ts';
import { aCause, aLot, aState, DAY, daysLater, NOW } from '../testing/builders.ts';
import { slideLots } from './slide-lots.ts';

const lifetime = movingRule({
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 10, unit: 'day', from: 'accrual', endOf: 'none', slides: true },
});
const cause = { ...aCause(), zone: 'Europe/Moscow' };

test('an activity gives sliding lots their new date', () => {
  const slides = aLot({ id: 'slides', lifetime, expiresAt: daysLater(4) });
  const stands = aLot({ id: 'stands', expiresAt: daysLater(4) });
  const posted = slideLots(aState([slides, stands]), cause);
  assert.deepEqual(
    posted.lots.map((lot) => lot.expiresAt),
    [NOW + 10 * DAY, NOW + 4 * DAY],
  );
  assert.deepEqual([posted.entry?.kind, posted.entry?.amount], ['extension', 0]);
});

test('a date never becomes earlier, and nothing dead or undated slides', () => {
  const lots = [
    aLot({ id: 'later', lifetime, expiresAt: daysLater(11) }),
    aLot({ id: 'burnt', lifetime, expiresAt: NOW }),
    aLot({ id: 'empty', lifetime, amount: 10, remaining: 0, expiresAt: daysLater(1) }),
    aLot({ id: 'awaiting', lifetime, expiresAt: null, awaits: 'delivery' }),
  ];
  assert.equal(slideLots(aState(lots), cause).entry, null);
});

test('a late activity counts from when it was', () => {
  const slides = aLot({ lifetime, expiresAt: daysLater(4) });
  const posted = slideLots(aState([slides]), { ...cause, occurredAt: daysLater(-3) });
  assert.equal(posted.lots[0]?.expiresAt, daysLater(7));
});
