import { strict as check } from 'node:assert';
import { test } from 'node:test';
import { assert, present, unreachable } from './assert.ts';

test('a broken invariant is named', () => {
  check.doesNotThrow(() => assert(true, 'never said'));
  check.throws(() => assert(false, 'sums are zero'), /sums are zero/);
  check.throws(() => present(undefined, 'store'), /no store/);
  check.throws(() => present(null, 'store'), /no store/);
  check.throws(() => unreachable('x' as never), /unexpected value "x"/);
});

test('what is there is given as it is', () => {
  check.equal(present(0, 'number'), 0);
  check.equal(present('', 'text'), '');
});
