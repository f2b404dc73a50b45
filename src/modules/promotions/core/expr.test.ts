import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../testing/builders.ts';
import { openBasket } from './basket.ts';
import { compileAll, compileExpr, describeExpr, needsOf } from './expr.ts';
import type { Expr } from './rule.ts';

const BIG: Expr = { condition: 'basket-total', params: { minKopecks: 15_000 } };
const SMALL: Expr = { condition: 'basket-total', params: { minKopecks: 5000 } };
const NIGHT: Expr = { condition: 'local-hours', params: { fromMinute: 1320, toMinute: 120 } };
const receipt = aReceipt();
const reasonOf = (expr: Expr) =>
  compileExpr(expr, 'promotion')(receipt, openBasket(receipt))?.().code ?? 'met';

test('groups of conditions mean what they say', () => {
  assert.equal(reasonOf({ all: [SMALL, SMALL] }), 'met');
  assert.equal(reasonOf({ all: [SMALL, NIGHT, BIG] }), 'wrong-local-hour');
  assert.equal(reasonOf({ any: [BIG, SMALL] }), 'met');
  assert.equal(reasonOf({ any: [BIG, NIGHT] }), 'none-of');
  assert.equal(reasonOf({ any: [BIG] }), 'basket-total-too-small');
  assert.equal(reasonOf({ not: BIG }), 'met');
  assert.equal(reasonOf({ not: { any: [BIG, SMALL] } }), 'excluded');
});

test('no conditions at all are met', () => {
  assert.equal(compileAll([])(receipt, openBasket(receipt)), null);
});

test('a group needs what its parts need', () => {
  assert.deepEqual(needsOf({ not: { any: [NIGHT, { all: [BIG] }] } }), ['time', 'lines']);
});

test('groups are told in brackets', () => {
  const hours = 'from 22:00 to 02:00 by the store’s clock';
  assert.equal(describeExpr({ any: [NIGHT, { not: NIGHT }] }).en, `(${hours} or not (${hours}))`);
});
