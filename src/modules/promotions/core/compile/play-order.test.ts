import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromotion } from '../../testing/builders.ts';
import { DEFAULT_SETTINGS } from '../language/settings.ts';
import { canMeet, canStandBefore, comesFirst, groupStepOf, halfOf, orderOf } from './play-order.ts';

type Wish = Parameters<typeof aPromotion>[0];
const a = (wish: Wish = {}) => aPromotion({ code: 'a', ...wish });
const b = (wish: Wish = {}) => aPromotion({ code: 'b', ...wish });

test('steps, then turns, then groups say who plays first', () => {
  assert.equal(orderOf(a({ phase: 2 }), b({ phase: 3 })), 'before');
  assert.equal(orderOf(a({ stacking: { turn: 1 } }), b()), 'before');
  assert.equal(orderOf(a({ stacking: { group: 'z' } }), b()), 'after');
  assert.equal(orderOf(a(), b()), 'same-group');
  assert.equal(orderOf(a({ phase: 5, stacking: { exclusive: 'all' } }), b({ phase: 2 })), 'before');
});

test('priority, then code say who comes first in a group', () => {
  assert.equal(comesFirst(a(), b()), true);
  assert.equal(comesFirst(a(), b({ stacking: { priority: 1 } })), false);
});

test('a promotion of another event or programme is never met', () => {
  assert.equal(canMeet(a(), b({ trigger: 'coupon.used' })), false);
  assert.equal(canMeet(a({ programmeCode: 'x' }), b({ programmeCode: 'y' })), false);
  assert.equal(canMeet(a({ programmeCode: 'x' }), b()), true);
});

test('always-promotions come after the others of their group', () => {
  const always = b({ stacking: { isAlways: true } });
  assert.equal(canStandBefore(always, a(), DEFAULT_SETTINGS), false);
  assert.equal(canStandBefore(a(), always, DEFAULT_SETTINGS), true);
});

test('a half belongs to the effects', () => {
  const floor = a({ phase: 1, then: [{ effect: 'min-price', params: { priceKopecks: 1 } }] });
  assert.equal(halfOf(floor), '1a');
  assert.equal(halfOf(a()), null);
  assert.ok(groupStepOf(floor) < groupStepOf(a({ phase: 1 })));
});
