import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCause, aLot, aState, daysLater, remaining } from '../testing/builders.ts';
import { spendable } from './account.ts';
import { postCapture, postHold, postRelease } from './hold.ts';

const soon = aLot({ id: 'soon', expiresAt: daysLater(1) });
const state = aState([aLot({ id: 'never' }), soon]);
const cause = aCause({ operationId: 'h' });

function aHold() {
  return postHold(state, 14, { ...cause, lapsesAt: daysLater(1) });
}

test('held points stay on the account and cannot be spent by anybody else', () => {
  const { account, entry, hold } = aHold();
  assert.deepEqual([account.balance, account.held, spendable(account)], [20, 14, 6]);
  assert.deepEqual([entry?.amount, entry?.heldChange, entry?.lots], [0, 14, []]);
  assert.deepEqual(hold.lots, [
    { id: 'soon', amount: 10 },
    { id: 'never', amount: 4 },
  ]);
  assert.deepEqual([hold.id, hold.state, hold.lapsesAt], ['h', 'open', daysLater(1)]);
});

test('a capture spends from the lots in the order they were held, and frees the rest', () => {
  const held = aHold();
  const { account, entry, hold, ...after } = postCapture(held, held.hold, {
    ...aCause(),
    points: 11,
  });
  assert.deepEqual(remaining(after), { never: 9, soon: 0 });
  assert.deepEqual([account.balance, account.held], [9, 0]);
  assert.deepEqual([entry?.amount, entry?.heldChange, entry?.memo], [-11, -14, 'h']);
  assert.deepEqual([hold.captured, hold.state], [11, 'captured']);
});

test('a release gives everything back', () => {
  const held = aHold();
  const released = postRelease(held, held.hold, { ...aCause(), state: 'lapsed' });
  assert.deepEqual(released.lots, state.lots);
  assert.deepEqual([released.account.held, released.hold.state], [0, 'lapsed']);
});

test('a hold beyond what can be spent, or used twice, is a bug', () => {
  assert.throws(() => postHold(state, 21, { ...cause, lapsesAt: daysLater(1) }));
  const held = aHold();
  const captured = postCapture(held, held.hold, { ...aCause(), points: 14 });
  assert.throws(() => postCapture(captured, captured.hold, { ...aCause(), points: 1 }));
  assert.throws(() => postRelease(captured, captured.hold, { ...aCause(), state: 'released' }));
  assert.throws(() => postCapture(held, held.hold, { ...aCause(), points: 15 }));
});
