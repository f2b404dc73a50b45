import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aBasket } from '../../testing/basket.ts';
import { aReceipt } from '../../testing/builders.ts';
import { contextOf } from '../../testing/check-condition.ts';
import { FAR, MET } from '../language/condition.ts';
import type { Expr } from '../language/rule.ts';
import { checkAll, checkNode, compileExpr, type Leaf } from './compile-expr.ts';
import { newGoodsRegistry } from './goods-registry.ts';

// A receipt of 100.00 ₽ in the store: sums have distances, channels have none.
const sum = (minKopecks: number): Expr => ({ condition: 'basket-total', params: { minKopecks } });
const inStore: Expr = { condition: 'channel', params: { channels: ['store'] } };
const onWeb: Expr = { condition: 'channel', params: { channels: ['web'] } };
const near = sum(10_500);
const nearer = sum(10_100);

function check(expr: Expr) {
  const leaves: Leaf[] = [];
  const node = compileExpr(expr, contextOf(newGoodsRegistry().refOf), leaves);
  const missed = { leaf: -1 };
  const answer = checkNode(node, aBasket(aReceipt()), missed);
  return { answer, leaf: missed.leaf, leaves: leaves.map(({ condition }) => condition) };
}

for (const [what, expr, answer, leaf] of [
  ['all is met when each part is', { all: [inStore, sum(1)] }, MET, -1],
  ['all is missed by its first missed part', { all: [inStore, near, onWeb] }, 500, 1],
  ['all takes the first miss, not the nearest', { all: [onWeb, nearer] }, FAR, 0],
  ['any is met when one part is', { any: [onWeb, inStore] }, MET, 0],
  ['any prefers a part with a distance', { any: [onWeb, near] }, 500, 1],
  ['any takes the first distance, not the least', { any: [near, nearer] }, 500, 0],
  ['any without a distance is missed by its first part', { any: [onWeb, onWeb] }, FAR, 0],
  ['not is met when its part is missed', { not: near }, MET, 0],
  ['not is missed without a distance', { not: inStore }, FAR, 0],
  [
    'not has the number of its first leaf',
    { all: [inStore, { not: { any: [onWeb, inStore] } }] },
    FAR,
    1,
  ],
  ['groups nest', { any: [{ all: [inStore, near] }, { not: inStore }] }, 500, 1],
] as const satisfies readonly (readonly [string, Expr, number, number])[]) {
  test(what, () => {
    const found = check(expr);
    assert.equal(found.answer, answer);
    if (answer !== MET) assert.equal(found.leaf, leaf);
  });
}

test('leaves are numbered in written order through all groups, with their units', () => {
  const expr: Expr = { all: [{ not: onWeb }, { any: [near, inStore] }, sum(1)] };
  assert.deepEqual(check(expr).leaves, ['channel', 'basket-total', 'channel', 'basket-total']);
});

test('leaves go on from those of the expressions before', () => {
  const leaves: Leaf[] = [];
  const context = contextOf(newGoodsRegistry().refOf);
  const nodes = [inStore, near, onWeb].map((expr) => compileExpr(expr, context, leaves));
  const missed = { leaf: -1 };
  assert.equal(checkAll(nodes, aBasket(aReceipt()), missed), 500);
  assert.equal(missed.leaf, 1);
  assert.deepEqual(
    leaves.map(({ unit }) => unit),
    [null, 'kopecks', null],
  );
});

test('an empty list is met', () => {
  assert.equal(checkAll([], aBasket(aReceipt()), { leaf: -1 }), MET);
});
