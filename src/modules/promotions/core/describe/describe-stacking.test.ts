import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeStacking } from './describe-stacking.ts';

const PLAIN = { group: 'main', priority: 0 };

test('what is as usual is not told', () => {
  assert.equal(describeStacking(PLAIN), null);
  assert.equal(describeStacking({ ...PLAIN, policy: 'sum' }), null);
});

test('every modifier has its words', () => {
  const words = describeStacking({
    ...PLAIN,
    policy: 'first-by-priority',
    exclusive: 'line',
    blocks: ['a'],
    blockedBy: ['b'],
    requires: ['c'],
    takesUnits: 'phase',
    isAlways: true,
    capBasisPoints: 3000,
  });
  for (const part of ['main', 'отключает a', 'только после c', '30\u00a0%', 'при любых']) {
    assert.ok(words?.ru.includes(part), `${part}: ${words?.ru}`);
  }
  assert.ok(words?.en.includes('is switched off by b'));
});
