import assert from 'node:assert/strict';
import { test } from 'node:test';
import { historyKeyOf, parseSource, SOURCES } from './sources.ts';

test('a source is taken apart at its first colon', () => {
  assert.equal(parseSource('counter:visits')?.argument, 'visits');
  assert.equal(parseSource('counter:a:b')?.argument, 'a:b');
  assert.equal(parseSource('local-day')?.entry.source, 'local-day');
});

test('a source without its argument, or with one too many, is none', () => {
  for (const source of ['counter', 'counter:', 'local-day:5', 'moon', 'constructor', '']) {
    assert.equal(parseSource(source), undefined, source);
  }
});

test('a key of the history may have dots of its own', () => {
  assert.deepEqual(historyKeyOf('a.b.kopecks'), { key: 'a.b', measure: 'kopecks' });
  assert.deepEqual(historyKeyOf('plain'), { key: 'plain', measure: '' });
});

test('sources say what they look at', () => {
  assert.equal(new Set(SOURCES.map(({ source }) => source)).size, SOURCES.length);
  assert.deepEqual(parseSource('history:dairy.kopecks')?.entry.needs('dairy.kopecks'), [
    'history:dairy',
  ]);
});
