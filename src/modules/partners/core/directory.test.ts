import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directoryOf, type GoodsGroup, groupCodesOf } from './directory.ts';

const group = (code: string, parentCode: string | null): GoodsGroup => ({
  code,
  parentCode,
  title: { ru: code, en: code },
});

const aDirectory = (groups: GoodsGroup[]) =>
  directoryOf({
    version: 1,
    partners: [],
    stores: [],
    terminals: [],
    groups,
    goods: [
      { sku: 's', groupCode: 'c', title: { ru: 's', en: 's' }, priceKopecks: 1, isWeighed: false },
    ],
  });

test('goods belong to their group and to all groups above it, nearest first', () => {
  const directory = aDirectory([group('a', null), group('b', 'a'), group('c', 'b')]);
  assert.deepEqual(groupCodesOf(directory, 's'), ['c', 'b', 'a']);
  assert.deepEqual(groupCodesOf(directory, 'unknown'), []);
});

test('a circle of groups ends', () => {
  const directory = aDirectory([group('b', 'c'), group('c', 'b')]);
  assert.deepEqual(groupCodesOf(directory, 's'), ['c', 'b']);
});
