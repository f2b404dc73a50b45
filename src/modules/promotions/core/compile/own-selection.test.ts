import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBasket } from '../../testing/basket.ts';
import { aReceipt, linesOf } from '../../testing/builders.ts';
import { contextOf } from '../../testing/check-condition.ts';
import { USED_UP } from '../basket/slices.ts';
import { cheapestUnits } from '../selectors/cheapest-units.ts';
import { newGoodsRegistry } from './goods-registry.ts';
import { ownSelection } from './own-selection.ts';

const { pick: select } = cheapestUnits.compile({ count: 1 }, contextOf(newGoodsRegistry().refOf));
const open = { takenBy: 0, lockedBy: 0 };
const facts = aReceipt({ lines: linesOf(['tea', 300], ['cup', 200], ['milk', 100]) });

/** The slice that is picked. */
function picked(basket: ReturnType<typeof aBasket>, sight = open) {
  const { count, slice, targetUnits } = ownSelection(basket, { select, sight, dealNodes: 1 });
  assert.equal(targetUnits, 1);
  return [...slice.subarray(0, count)];
}

test('a promotion selects by prices as they stand', () => {
  const basket = aBasket(facts);
  assert.deepEqual(picked(basket), [2]);
  basket.slices.price[0] = 50;
  assert.deepEqual(picked(basket), [0]);
});

test('it sees no unit that is hidden from it', () => {
  const basket = aBasket(facts);
  basket.slices.state[2] = USED_UP;
  basket.sliceMarks = USED_UP;
  assert.deepEqual(picked(basket), [2]);
  assert.deepEqual(picked(basket, { takenBy: USED_UP, lockedBy: 0 }), [1]);
});
