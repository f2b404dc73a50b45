import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Promotion } from '../language/rule.ts';
import { counterProblems } from './validate-counters.ts';

test("a shop's counter is refused, a member's is not", () => {
  const change = (subject?: string): Promotion => ({
    code: 'a',
    title: { ru: 'а', en: 'a' },
    phase: 9,
    isOn: true,
    stacking: { group: 'a', priority: 0 },
    then: [
      {
        effect: 'change-counter',
        params: { counterCode: 'c', op: 'increase', amount: 1, ...(subject && { subject }) },
      },
    ],
  });
  assert.equal(counterProblems([change(), change('member')]).length, 0);
  assert.equal(counterProblems([change('store')])[0]?.code, 'counter-not-kept');
});
