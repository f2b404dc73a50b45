import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileTest, type FactTest, matchesMask, testProblems } from './fact-test.ts';

const holds = (test: FactTest, x: unknown) =>
  compileTest(test).holds(x as Parameters<ReturnType<typeof compileTest>['holds']>[0]);

test('numbers compare as integers, strings by code unit', () => {
  for (const [op, x, value, isHeld] of [
    ['eq', 5, 5, true],
    ['eq', '5', 5, false],
    ['ne', '5', 5, true],
    ['ne', 5, 5, false],
    ['lt', 4, 5, true],
    ['le', 5, 5, true],
    ['gt', 5, 5, false],
    ['ge', 5, 5, true],
    ['lt', 'B', 'a', true],
    ['gt', 'Я', 'А', true],
    ['ge', '2026-03-04', '2026-03-01', true],
    ['lt', 4, '5', false],
    ['lt', true, 5, false],
    ['eq', true, true, true],
    ['contains', 'abc', 'bc', true],
    ['contains', ['a', 'b'], 'b', true],
    ['contains', [1, 2], 2, true],
    ['contains', 12, 2, false],
    ['mask', 'card-17', 'card-??', true],
    ['mask', 17, '*', false],
    ['every', 10, 5, true],
    ['every', 11, 5, false],
    ['every', 0, 5, false],
    ['every', -5, 5, false],
  ] as const) {
    assert.equal(holds({ op, value }, x), isHeld, JSON.stringify([x, op, value]));
  }
});

test('bounds are inclusive, and outside is what is not within', () => {
  for (const [x, isWithin] of [
    [1, true],
    [3, true],
    [4, false],
    [0, false],
  ] as const) {
    assert.equal(holds({ op: 'between', min: 1, max: 3 }, x), isWithin);
    assert.equal(holds({ op: 'outside', min: 1, max: 3 }, x), !isWithin);
  }
  assert.equal(holds({ op: 'outside', min: 1, max: 3 }, 'x'), false);
});

test('lists hold what equals one of them, whatever its type', () => {
  assert.equal(holds({ op: 'in', values: ['a', 1] }, 1), true);
  assert.equal(holds({ op: 'in', values: ['a', 1] }, '1'), false);
  assert.equal(holds({ op: 'not-in', values: ['a', 1] }, '1'), true);
});

test('an absent fact holds only under absent, ne and not-in', () => {
  const tests: readonly FactTest[] = [
    { op: 'absent' },
    { op: 'ne', value: 1 },
    { op: 'not-in', values: [1] },
  ];
  for (const test of tests) {
    assert.equal(holds(test, undefined), true, test.op);
    assert.equal(holds(test, null), true, test.op);
  }
  const others: readonly FactTest[] = [
    { op: 'exists' },
    { op: 'eq', value: 1 },
    { op: 'lt', value: 1 },
    { op: 'outside', min: 1, max: 2 },
    { op: 'in', values: [1] },
    { op: 'contains', value: 'a' },
    { op: 'mask', value: '*' },
    { op: 'every', value: 1 },
  ];
  for (const test of others) {
    assert.equal(holds(test, undefined), false, test.op);
  }
});

test('the distance leads to the least value that would hold, if that lies above', () => {
  const lacks = (test: FactTest, x: number) => compileTest(test).lacks(x);
  for (const [test, x, distance] of [
    [{ op: 'eq', value: 5 }, 3, 2],
    [{ op: 'eq', value: 5 }, 7, 0],
    [{ op: 'ge', value: 5 }, 3, 2],
    [{ op: 'gt', value: 5 }, 5, 1],
    [{ op: 'le', value: 5 }, 7, 0],
    [{ op: 'lt', value: 5 }, 7, 0],
    [{ op: 'ne', value: 5 }, 5, 0],
    [{ op: 'between', min: 4, max: 9 }, 1, 3],
    [{ op: 'between', min: 4, max: 9 }, 10, 0],
    [{ op: 'outside', min: 4, max: 9 }, 5, 0],
    [{ op: 'in', values: [8, 4, 'x'] }, 3, 1],
    [{ op: 'in', values: [8, 4] }, 5, 0],
    [{ op: 'not-in', values: [8, 4] }, 4, 0],
    [{ op: 'every', value: 5 }, 7, 3],
    [{ op: 'every', value: 5 }, 0, 5],
    [{ op: 'every', value: 5 }, -2, 7],
  ] as const) {
    assert.equal(lacks({ ...test } as FactTest, x), distance, `${JSON.stringify(test)} ${x}`);
  }
});

test('a mask matches the whole string', () => {
  for (const [text, mask, isMatch] of [
    ['', '', true],
    ['', '*', true],
    ['abc', 'a*c', true],
    ['abcbc', 'a*bc', true],
    ['abc', 'a?', false],
    ['abc', '???', true],
    ['a*c', 'a*c', true],
    ['aaab', '*ab', true],
    ['aaac', '*ab', false],
    ['😀', '??', true],
  ] as const) {
    assert.equal(matchesMask(text, mask), isMatch, `${text} ${mask}`);
  }
});

test('a test names what its comparison needs, and nothing else', () => {
  const codesOf = (test: FactTest) => testProblems(test, 'test').map(({ code }) => code);
  const fieldOf = (test: FactTest) => testProblems(test, 'test')[0]?.field;
  assert.deepEqual(codesOf({ op: 'ge', value: 1 }), []);
  assert.equal(fieldOf({ op: 'ge' }), 'test/value');
  assert.equal(fieldOf({ op: 'between', min: 1 }), 'test/max');
  assert.equal(fieldOf({ op: 'exists', value: 1 }), 'test/value');
  assert.deepEqual(codesOf({ op: 'between', min: 2, max: 1 }), ['bounds-crossed']);
  assert.deepEqual(codesOf({ op: 'between', min: 2, max: 'x' }), ['bounds-crossed']);
  assert.deepEqual(codesOf({ op: 'every', value: 0 }), ['too-small']);
  assert.deepEqual(codesOf({ op: 'mask', value: 5 }), ['wrong-type']);
});
