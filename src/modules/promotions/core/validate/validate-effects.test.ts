import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effectsProblems } from './validate-effects.ts';

const WITH_LINES = { hasLines: true, aggregateKeys: new Set<string>() };
const WITHOUT = { ...WITH_LINES, hasLines: false };
const percent = { effect: 'percent-off', params: { rateBasisPoints: 500 } };
const earn = { effect: 'earn-fixed', params: { points: 5, per: 'receipt' } };
const multiply = { effect: 'multiply-points', params: { factorHundredths: 200 } };
const floor = { effect: 'min-price', params: { priceKopecks: 100 } };

type Of = Partial<Parameters<typeof effectsProblems>[0]>;
const codesOf = (of: Of) =>
  effectsProblems({
    phase: 2,
    selector: 'all',
    then: [percent],
    surroundings: WITH_LINES,
    ...of,
  }).map(({ path, code }) => `${path} ${code}`);

test('an effect stands in its phase', () => {
  assert.deepEqual(codesOf({}), []);
  assert.deepEqual(codesOf({ phase: 8 }), ['/then/0/effect effect-out-of-phase']);
});

test('effects that give stand in one half', () => {
  assert.deepEqual(codesOf({ phase: 8, then: [earn, multiply] }), [
    '/then/1/effect effects-of-two-halves',
  ]);
  assert.deepEqual(codesOf({ phase: 1, then: [percent, floor] }), [
    '/then/1/effect effects-of-two-halves',
  ]);
  assert.deepEqual(codesOf({ phase: 8, then: [multiply] }), []);
});

test('without lines there is nothing to take off', () => {
  assert.deepEqual(codesOf({ surroundings: WITHOUT }), [
    '/then/0/effect effect-needs-lines',
    '/phase phase-needs-lines',
  ]);
  assert.deepEqual(codesOf({ phase: 8, then: [earn], surroundings: WITHOUT }), []);
});

test('a price per set needs sets, whose first effect does not ask for the plan', () => {
  const setPrice = { effect: 'set-price', params: { priceKopecks: 100 } };
  assert.deepEqual(codesOf({ phase: 3, then: [setPrice] }), [
    '/then/0/effect effect-needs-selector',
  ]);
  const byPlan = {
    effect: 'amount-off',
    params: { amountKopecks: { source: 'selected-units' }, per: 'set' },
  };
  assert.deepEqual(codesOf({ phase: 3, selector: 'sets', then: [byPlan] }), [
    '/then/0/params value-reads-selection',
  ]);
});
