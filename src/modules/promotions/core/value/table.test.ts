import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileTable } from './table.ts';

const row = (value: number, ...keys: (string | number | null)[]) => ({ keys, value });

test('the row that names most keys wins', () => {
  const find = compileTable([
    row(1, null, null),
    row(2, 'gold', null),
    row(3, null, 'KZN1'),
    row(4, 'gold', 'KZN1'),
  ]);
  assert.equal(find(['gold', 'KZN1']), 4);
  assert.equal(find(['gold', 'MSK1']), 2);
  assert.equal(find(['base', 'KZN1']), 3);
  assert.equal(find(['base', 'MSK1']), 1);
});

test('of equally many the one that names a key further left wins', () => {
  const find = compileTable([
    row(3, null, 'b', 'c'),
    row(2, 'a', null, 'c'),
    row(1, 'a', 'b', null),
  ]);
  assert.equal(find(['a', 'b', 'c']), 1);
  assert.equal(find(['a', 'x', 'c']), 2);
  assert.equal(find(['x', 'b', 'c']), 3);
});

test('of rows that say the same the one written first wins', () => {
  assert.equal(compileTable([row(7, 'a'), row(8, 'a')])(['a']), 7);
  assert.equal(compileTable([row(7, null), row(8, null)])(['a']), 7);
});

test('a line’s groups match any of theirs, the row written first wins', () => {
  const find = compileTable([row(1, 'wine', 'x'), row(2, 'food', 'y'), row(3, 'wine', 'y')]);
  assert.equal(find([['wine', 'food'], 'y']), 2);
  assert.equal(find([['wine'], 'y']), 3);
  assert.equal(find([[], 'y']), 0);
  const second = compileTable([row(4, 'x', 'food')]);
  assert.equal(second(['x', ['wine', 'food']]), 4);
});

test('an absent key and a key of another type match only what names nothing', () => {
  const find = compileTable([row(1, '5'), row(2, 5), row(3, null)]);
  assert.equal(find([5]), 2);
  assert.equal(find(['5']), 1);
  assert.equal(find([undefined]), 3);
  assert.equal(find([true]), 3);
  assert.equal(compileTable([row(1, 'a')])(['b']), 0);
});
