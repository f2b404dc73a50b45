import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { integerOf, momentOf } from './parse-text.ts';

test('a moment of PostgreSQL is read to the millisecond', () => {
  const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });
  fc.assert(
    fc.property(moment, (ms) => {
      const [date = '', time = ''] = new Date(ms).toISOString().slice(0, -1).split('T');
      // PostgreSQL leaves zeros at the end out.
      const short = time.replace(/\.?0+$/, '').padEnd(8, ':00');
      assert.equal(momentOf(`${date} ${time.endsWith('.000') ? time.slice(0, 8) : short}+00`), ms);
    }),
  );
});

const NO_MOMENTS = [
  'infinity',
  '-infinity',
  '',
  '2026-03-02 09:00:00.123456+00',
  '2026-03-02 09:00:00+03',
  '2026-13-02 09:00:00+00',
  '2026-03-02',
  '0044-03-15 09:00:00+00 BC',
];

for (const text of NO_MOMENTS) {
  test(`"${text}" is no moment of ours`, () => {
    assert.equal(momentOf(text), undefined);
  });
}

test('an integer beyond the safe ones is none', () => {
  assert.equal(integerOf('-12'), -12);
  assert.equal(integerOf('9007199254740992'), undefined);
});
