import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Expr } from '../language/rule.ts';
import { describeExpr } from './describe-expr.ts';

const NIGHT: Expr = { condition: 'local-hours', params: { fromMinute: 1320, toMinute: 120 } };

test('groups are told in brackets', () => {
  const hours = 'from 22:00 to 02:00 by the store’s clock';
  assert.equal(describeExpr({ any: [NIGHT, { not: NIGHT }] }).en, `(${hours} or not (${hours}))`);
  assert.equal(describeExpr({ all: [NIGHT] }).en, hours);
});
