import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Draft, EMPTY_DRAFT } from './draft.ts';
import {
  calculateBody,
  confirmBody,
  identificationOf,
  occurredAtOf,
  slipNumber,
} from './requests.ts';

const now = new Date('2026-11-22T12:00:00Z');

test('the time chosen at the till is the time on the store’s wall', () => {
  const chosen = { date: '2026-11-22', time: '23:30' };
  assert.equal(occurredAtOf(chosen, 'Europe/Kaliningrad', now), '2026-11-22T21:30:00.000Z');
  assert.equal(occurredAtOf(chosen, 'Asia/Kamchatka', now), '2026-11-22T11:30:00.000Z');
  assert.equal(occurredAtOf(null, 'Asia/Kamchatka', now), '2026-11-22T12:00:00.000Z');
});

test('a day that does not exist gives the till no time', () => {
  assert.equal(occurredAtOf({ date: '2026-02-30', time: '10:00' }, 'Asia/Omsk', now), undefined);
  assert.equal(occurredAtOf({ date: '2026-02-20', time: '' }, 'Asia/Omsk', now), undefined);
});

test('what is typed at the till is a phone when it looks dialled, otherwise a card', () => {
  assert.deepEqual(identificationOf('8 (900) 000-00-01'), { phone: '8 (900) 000-00-01' });
  assert.deepEqual(identificationOf('9000000001'), { phone: '9000000001' });
  assert.deepEqual(identificationOf('2700 0000 0001 7'), { card: '2700000000017' });
});

test('a confirm repeats the calculation with what was chosen, and asks for no hints', () => {
  const draft: Draft = { ...EMPTY_DRAFT, chosen: ['tea'] };
  const asked = calculateBody(draft, {
    occurredAt: '2026-11-22T12:00:00Z',
    member: undefined,
    paidKopecks: 100,
  });
  assert.equal(asked.hints, true);
  const confirmed = confirmBody(asked, { ruleSetVersion: 3, digest: 'd' }, 'E-1');
  assert.deepEqual(confirmed.chosenPromotions, ['tea']);
  assert.deepEqual(confirmed.calculation, { ruleSetVersion: 3, digest: 'd' });
  assert.equal('hints' in confirmed, false);
});

test('numbers of emulated slips fit the code of the wire', () => {
  assert.match(slipNumber('E', now.getTime()), /^[A-Za-z0-9._:-]{1,64}$/);
});
