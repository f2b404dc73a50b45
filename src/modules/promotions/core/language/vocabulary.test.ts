import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { vocabulary } from './vocabulary.ts';

test('every entry has a sentence in both languages and named parameters', () => {
  const { conditions, selectors, effects } = vocabulary();
  for (const { code, title, params } of [...conditions, ...selectors, ...effects]) {
    assert.ok(title.ru !== '' && title.en !== '', code);
    const { properties } = JSON.parse(JSON.stringify(params));
    for (const [name, field] of Object.entries(properties)) {
      assert.ok(Object(field)['x-unit'] !== undefined, `${code}.${name} has no unit`);
      assert.ok(Object(field)['x-label'] !== undefined, `${code}.${name} has no label`);
    }
  }
});

test('no condition is forgotten in the list', () => {
  const files = readdirSync(new URL('../conditions/', import.meta.url))
    .filter((name) => !name.endsWith('.test.ts') && name !== 'index.ts')
    .map((name) => name.replace('.ts', ''));
  const codes = vocabulary().conditions.map(({ code }) => code);
  assert.deepEqual([...codes].sort(), files.sort());
});

test('the whole vocabulary is there', () => {
  const words = vocabulary();
  assert.equal(words.triggers.length, 47);
  assert.equal(words.policies.length, 8);
  assert.ok(words.effects.some(({ code }) => code === 'draw-prize'));
});
