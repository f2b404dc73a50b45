import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stageNeeds, stageOf, stageProblems } from './stage-params.ts';

test('a stage that is not named is the usual one', () => {
  assert.deepEqual(stageOf({}, 'gross'), { name: 'gross', methods: [] });
  assert.deepEqual(stageOf({ stage: 'paid-by', methods: ['sbp'] }, 'gross'), {
    name: 'paid-by',
    methods: ['sbp'],
  });
});

test('only what is paid by a method needs payments and methods', () => {
  assert.deepEqual(stageNeeds({ stage: 'paid-by' }), ['lines', 'payments']);
  assert.deepEqual(stageNeeds({}), ['lines']);
  assert.equal(stageProblems({ stage: 'paid-by' })[0]?.code, 'methods-missing');
  assert.equal(stageProblems({ methods: ['sbp'] })[0]?.code, 'methods-unused');
  assert.deepEqual(stageProblems({ stage: 'gross' }), []);
});
