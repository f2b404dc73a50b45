import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordsOf } from '../../../testing/emissions.ts';
import { changeList } from './change-list.ts';

test('goods join a personal list', () => {
  const params = { listCode: 'favourites', op: 'add', skus: ['tea'] };
  const opening = { effect: 'change-list', promotionCode: 'ten-off', phase: 2 };
  assert.deepEqual(recordsOf(changeList, params), [{ ...opening, ...params }]);
});

test('a change of nothing is a mistake', () => {
  const problems = changeList.problems({ listCode: 'favourites', op: 'set' });
  assert.equal(problems[0]?.code, 'field-missing');
  assert.deepEqual(changeList.problems({ listCode: 'favourites', op: 'set', cells: 3 }), []);
});
