import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aPromotion,
  aReceipt,
  goodsOf,
  linesOf,
  type PromotionWish,
  percentOff,
} from '../../testing/builders.ts';
import { decide, discountsOf } from '../../testing/decide.ts';

// Coffee 100.00 and tea 50.00; every promotion is 10 % off everything unless it says otherwise.
const FACTS = aReceipt({ lines: linesOf(['coffee', 10_000], ['tea', 5000]) });
const decided = (...wishes: PromotionWish[]) =>
  decide(
    wishes.map((wish) => aPromotion(wish)),
    FACTS,
  );
/** What each gave, and the verdicts on those that gave nothing. */
function played(...wishes: PromotionWish[]) {
  const decision = decided(...wishes);
  const idle = decision.verdicts.list.filter(([, code]) => code !== 11);
  return [discountsOf(decision), ...idle];
}
const NOTHING = [{ effect: 'fixed-price', params: { priceKopecks: 999_999 } }];
const TAKES = {
  select: goodsOf('tea'),
  stacking: { priority: 3, takesUnits: 'phase' },
} as const;

test('sum counts each from the base, chain from what the one before left', () => {
  const both = (policy: 'sum' | 'chain') =>
    played({ code: 'a', stacking: { policy } }, { code: 'b', stacking: { policy } });
  assert.deepEqual(both('sum'), [{ a: 1500, b: 1500 }]);
  assert.deepEqual(both('chain'), [{ a: 1500, b: 1350 }]);
});

test('each group counts from what the groups before it left', () => {
  const found = played(
    { code: 'a', stacking: { group: 'x' } },
    { code: 'b', stacking: { group: 'y' } },
  );
  assert.deepEqual(found, [{ a: 1500, b: 1350 }]);
});

test('one that stands switches off all that it blocks in its group, before and behind it', () => {
  assert.deepEqual(
    played({ code: 'a' }, { code: 'b', stacking: { blocks: ['a', 'c'] } }, { code: 'c' }),
    [{ b: 1500 }, [0, 5, 1], [2, 5, 1]],
  );
});

test('one that is blocked itself blocks nobody in its group any more', () => {
  const found = played(
    { code: 'a', stacking: { blocks: ['b'] } },
    { code: 'b', stacking: { blocks: ['c'] } },
    { code: 'c' },
  );
  assert.deepEqual(found, [{ a: 1500, c: 1500 }, [1, 5, 0]]);
});

test('one that has nothing to give blocks nobody', () => {
  const found = played({ code: 'a', then: NOTHING, stacking: { blocks: ['b'] } }, { code: 'b' });
  assert.deepEqual(found, [{ b: 1500 }, [0, 8, 1]]);
});

test('one that is outbid blocks in its group, but not later', () => {
  const best = { policy: 'best-for-buyer' } as const;
  const found = played(
    { code: 'a', then: [percentOff(500)], stacking: { ...best, blocks: ['c', 'd'] } },
    { code: 'b', stacking: best },
    { code: 'c', stacking: best },
    { code: 'd', phase: 4 },
  );
  assert.deepEqual(found, [{ b: 1500, d: 1350 }, [0, 9, 1], [2, 5, 0]]);
});

test('one that applied blocks in all later groups and phases, and the first that did is told', () => {
  const found = played(
    { code: 'a', phase: 1, stacking: { blocks: ['c', 'd'] } },
    { code: 'b', phase: 2, stacking: { blocks: ['d'] } },
    { code: 'c', phase: 2, stacking: { group: 'z' } },
    { code: 'd', phase: 5 },
  );
  assert.deepEqual(found, [{ a: 1500, b: 1350 }, [2, 5, 0], [3, 5, 0]]);
});

test('a block that comes too late changes nothing', () => {
  const found = played(
    { code: 'a', phase: 1 },
    { code: 'b', phase: 2, stacking: { blocks: ['a'] } },
  );
  assert.deepEqual(found, [{ a: 1500, b: 1350 }]);
});

test('the first stander that wants to be alone outbids the others', () => {
  const found = played(
    { code: 'a' },
    { code: 'b', stacking: { exclusive: 'group' } },
    { code: 'c', stacking: { exclusive: 'group' } },
  );
  assert.deepEqual(found, [{ b: 1500 }, [0, 9, 1], [2, 9, 1]]);
});

test('blocks come before being alone', () => {
  const found = played(
    { code: 'a', stacking: { blocks: ['b'] } },
    { code: 'b', stacking: { exclusive: 'group' } },
  );
  assert.deepEqual(found, [{ a: 1500 }, [1, 5, 0]]);
});

test('under sum a requirement may stand before it in the group; the first one missing is told', () => {
  const needs = (requires: string[]) => ({ code: 'b', stacking: { requires } });
  assert.deepEqual(played({ code: 'a' }, needs(['a'])), [{ a: 1500, b: 1500 }]);
  assert.deepEqual(played({ code: 'a' }, { code: 'c' }, needs(['a', 'c'])), [
    { a: 1500, c: 1500 },
    [1, 6, 2],
  ]);
  assert.deepEqual(played({ code: 'a' }, needs(['a', 'gone'])), [{ a: 1500 }, [1, 6, -1]]);
});

test('a requirement that stood and then had nothing left is missing at the turn', () => {
  const found = played(
    { code: 'a', ...TAKES },
    { code: 'b', select: goodsOf('tea'), stacking: { priority: 2 } },
    { code: 'c', stacking: { priority: 1, requires: ['b'] } },
  );
  assert.deepEqual(found, [{ a: 500 }, [1, 8, 2], [2, 6, 1]]);
});

test('under a competing policy only what has applied before satisfies a requirement', () => {
  const best = { policy: 'best-for-buyer' } as const;
  const found = played(
    { code: 'a', phase: 1, then: [percentOff(100)] },
    { code: 'b', stacking: { ...best, priority: 1 } },
    { code: 'c', then: [percentOff(2000)], stacking: { ...best, requires: ['b'] } },
    { code: 'd', then: [percentOff(1500)], stacking: { ...best, requires: ['a'] } },
  );
  // 15 % of 148.50 is 22.275; each line is rounded: 14.85 and 7.425 → 7.43.
  assert.deepEqual(found, [{ a: 150, d: 1485 + 743 }, [1, 9, 3], [2, 6, 1]]);
});

test('an always-promotion plays last, on what is left, neither outbid nor blocked', () => {
  const found = played(
    { code: 'a', stacking: { priority: 9, isAlways: true } },
    { code: 'b', stacking: { exclusive: 'group', blocks: ['a'] } },
  );
  assert.deepEqual(found, [{ a: 1350, b: 1500 }]);
});

test('always-promotions play in order among themselves and may require each other', () => {
  const always = { isAlways: true };
  const found = played(
    { code: 'a', stacking: { ...always, requires: ['b'] } },
    { code: 'b', stacking: { ...always, priority: 1 } },
    { code: 'c', stacking: { ...always, priority: 2, requires: ['a'] } },
  );
  assert.deepEqual(found, [{ a: 1350, b: 1500 }, [2, 6, 0]]);
});

test('an always-promotion does not escape units that were taken', () => {
  const found = played({ code: 'a', ...TAKES }, { code: 'b', stacking: { isAlways: true } });
  assert.deepEqual(found, [{ a: 500, b: 1000 }]);
});

test('nothing selected, nothing to give and nothing left are three things', () => {
  const found = played(
    { code: 'a', ...TAKES, then: [percentOff(10_000)] },
    { code: 'b', select: { selector: 'cheapest-units', params: { count: 1, minUnits: 9 } } },
    { code: 'c', then: NOTHING },
    { code: 'd', select: goodsOf('tea') },
  );
  assert.deepEqual(found, [{ a: 5000 }, [1, 8, 0], [2, 8, 1], [3, 8, 2]]);
});
