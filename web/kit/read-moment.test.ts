import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDay, readTime } from './read-moment.ts';

test('a day is read in every way in which people type it', () => {
  for (const typed of ['22.11.2026', '22.11.26', '22/11', '22 Nov 2026', '2026-11-22']) {
    assert.equal(readDay(typed, '2026-01-01'), '2026-11-22', typed);
  }
});

test('a day that the calendar lacks is not read', () => {
  for (const typed of ['30.02.2026', '22.13.2026', '22 foo 2026', '22.11', 'today']) {
    assert.equal(readDay(typed, ''), undefined, typed);
  }
});

test('a time is read with and without its colon', () => {
  assert.equal(readTime('23:30'), '23:30');
  assert.equal(readTime('2330'), '23:30');
  assert.equal(readTime('9'), '09:00');
  assert.equal(readTime('24:00'), undefined);
  assert.equal(readTime('12:60'), undefined);
});
