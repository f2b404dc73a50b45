import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aReceipt } from '../../testing/builders.ts';
import { pickOf } from '../../testing/try-builders.ts';
import { USED_UP } from '../basket/slices.ts';
import { goods } from './goods.ts';

const lines = [
  { sku: 'milk', groupCodes: ['dairy', 'food'], quantityMilli: 2000 },
  { sku: 'cheese', groupCodes: ['cheeses', 'dairy', 'food'], quantityMilli: 350 },
  { sku: 'soap', groupCodes: ['home'], brandCode: 'clean' },
];

test('goods are picked by any of their names, and by what they are not', () => {
  for (const [params, targets] of [
    [{ groupCodes: ['dairy'] }, [2, 1, 0]],
    [{ skus: ['soap', 'caviar'] }, [0, 0, 1]],
    [{ groupCodes: ['cheeses'], brandCodes: ['clean'] }, [0, 1, 1]],
    [{ exceptGroupCodes: ['home'] }, [2, 1, 0]],
    [{ groupCodes: ['food'], exceptGroupCodes: ['cheeses'] }, [2, 0, 0]],
    [{ skus: ['caviar'] }, [0, 0, 0]],
    [{ minPriceKopecks: 10_001 }, [0, 0, 0]],
  ] as const) {
    assert.deepEqual(pickOf(goods, params, { lines }).targets, targets, JSON.stringify(params));
  }
});

test('a personal list is the member’s own; without it there are no goods', () => {
  const params = { personalListCode: 'mine' };
  const member = aMember({ personalLists: { mine: { soap: 5 } } });
  const targetsOf = (who: typeof member | null) =>
    pickOf(goods, params, { facts: aReceipt({ lines, member: who }) }).targets;
  assert.deepEqual(targetsOf(member), [0, 0, 1]);
  assert.deepEqual(targetsOf(aMember()), [0, 0, 0]);
  assert.deepEqual(targetsOf(null), [0, 0, 0]);
});

test('units that are used up are not picked', () => {
  const { targets } = pickOf(
    goods,
    { groupCodes: ['dairy'] },
    {
      lines,
      sight: { takenBy: USED_UP, lockedBy: 0 },
      change: (basket) => {
        basket.slices.state[0] = USED_UP;
        basket.sliceMarks = USED_UP;
      },
    },
  );
  assert.deepEqual(targets, [0, 1, 0]);
});

test('goods that name nothing are a mistake', () => {
  assert.equal(goods.problems({})[0]?.code, 'no-goods-named');
  assert.deepEqual(goods.problems({ lineFlags: ['fresh'] }), []);
});
