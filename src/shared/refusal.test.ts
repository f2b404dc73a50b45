import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal, refusals } from './refusal.ts';

const refuse = refusals({
  'no-such-thing': {
    status: 404,
    text: { ru: 'Нет.', en: 'None.' },
    remedy: { ru: 'Ищите.', en: 'Look.' },
  },
});

test('a refusal carries its code, its row and the place of the wrong field', () => {
  const refusal = refuse('no-such-thing', { path: '/a', details: { left: 3 } });
  assert.ok(refusal instanceof Refusal && refusal instanceof Error);
  assert.deepEqual(
    [refusal.code, refusal.row.status, refusal.path, refusal.details],
    ['no-such-thing', 404, '/a', { left: 3 }],
  );
});

test('without more it has no place and no details', () => {
  const refusal = refuse('no-such-thing');
  assert.deepEqual([refusal.path, refusal.details], [null, {}]);
});
