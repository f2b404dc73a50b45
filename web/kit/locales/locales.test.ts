import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** Every label under its dotted key. */
function flatten(node: object, prefix = ''): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(node)) {
    const path = `${prefix}${key}`;
    if (typeof value === 'string') flat.set(path, value);
    else for (const [inner, text] of flatten(value, `${path}.`)) flat.set(inner, text);
  }
  return flat;
}

const places = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(String).sort();

test('the dictionaries of the screens have the same keys', () => {
  assert.deepEqual([...flatten(en).keys()].sort(), [...flatten(ru).keys()].sort());
});

test('a label of the screens has the same places in both languages', () => {
  const russian = flatten(ru);
  for (const [key, text] of flatten(en))
    assert.deepEqual(places(text), places(russian.get(key) ?? ''), key);
});

test('no label of the screens is empty', () => {
  for (const [key, text] of [...flatten(ru), ...flatten(en)]) assert.notEqual(text.trim(), '', key);
});

test('every counted noun of the screens has all plural forms', () => {
  for (const key of flatten(ru).keys()) {
    const noun = /^(.*)_one$/.exec(key)?.[1];
    if (noun === undefined) continue;
    for (const form of ['one', 'few', 'many', 'other']) {
      assert.ok(flatten(ru).has(`${noun}_${form}`), `${noun}_${form}`);
    }
  }
});
