import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '#shared/time.ts';
import { aCause, aLot, aState, NOW, SOMEBODY } from '../testing/builders.ts';
import { openBook } from './book.ts';
import { postHold } from './hold.ts';
import { isHoldOver, isOpenHold, openHold } from './open-hold.ts';

const END = instant(NOW + 60_000);
const { hold } = postHold(aState([aLot()]), 5, { ...aCause(), lapsesAt: END });

function found(state: typeof hold.state, now = NOW) {
  const book = openBook({ bucket: 1, memberId: SOMEBODY }, { holds: [{ ...hold, state }] });
  return openHold(book, 'o', now);
}

test('an open hold may be used until its end', () => {
  assert.ok(isOpenHold(found('open', instant(END - 1))));
  const over = found('open', END);
  assert.ok(!isOpenHold(over));
  assert.deepEqual([over.code, over.details], ['hold-closed', { state: 'lapsed' }]);
  assert.equal(isHoldOver(hold, END), true);
});

test('a hold that was used is closed, and says how', () => {
  const captured = found('captured');
  assert.ok(!isOpenHold(captured));
  assert.deepEqual(captured.details, { state: 'captured' });
});

test('a hold of somebody else is unknown', () => {
  const none = openHold(openBook({ bucket: 1, memberId: SOMEBODY }), 'o', NOW);
  assert.ok(!isOpenHold(none) && none.code === 'unknown-hold');
});
