import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kopecks } from '#shared/money.ts';
import { groupsInOrder, withBranches } from './goods-groups.ts';

const group = (code: string, parentCode: string | null) => ({
  code,
  parentCode,
  title: { ru: code, en: code },
});
const goods = (sku: string, groupCode: string) => ({
  sku,
  groupCode,
  title: { ru: sku, en: sku },
  priceKopecks: kopecks(100),
  isWeighed: false,
});
const groups = [
  group('care', null),
  group('cheese', 'dairy'),
  group('dairy', 'food'),
  group('food', null),
];

test('the goods tree is listed branch by branch, the fullest root first', () => {
  const directory = {
    groups,
    goods: [goods('brie', 'cheese'), goods('milk', 'dairy'), goods('soap', 'care')],
  };
  assert.deepEqual(
    groupsInOrder(directory).map((each) => [each.group.code, each.depth]),
    [
      ['food', 0],
      ['dairy', 1],
      ['cheese', 2],
      ['care', 0],
    ],
  );
});

test('choosing a goods group chooses all of its branches', () => {
  assert.deepEqual([...withBranches(groups, 'food')].sort(), ['cheese', 'dairy', 'food']);
});
