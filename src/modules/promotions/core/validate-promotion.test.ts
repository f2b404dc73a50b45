import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aPromotion } from '../testing/builders.ts';
import { validatePromotion } from './validate-promotion.ts';

const problemsOf = (json: unknown) => {
  const verdict = validatePromotion(json);
  return verdict.ok ? [] : verdict.problems.map(({ path, code }) => `${path} ${code}`);
};

test('a sound promotion comes back as it was', () => {
  const promotion = aPromotion();
  assert.deepEqual(validatePromotion(promotion), { ok: true, promotion });
});

test('every mistake is named by its place', () => {
  for (const [json, ...problems] of [
    [{ ...aPromotion(), phase: 12 }, '/phase too-large'],
    [{ ...aPromotion(), code: 'A B' }, '/code wrong-form'],
    [{ ...aPromotion(), extra: 1 }, '/extra field-unknown'],
    [{ ...aPromotion(), title: { ru: 'Акция' } }, '/title/en field-missing'],
    [{ ...aPromotion(), then: [] }, '/then too-few'],
    [aPromotion({ then: [{ effect: 'gift', params: {} }] }), '/then/0/effect unknown-effect'],
    [
      aPromotion({ then: [{ effect: 'percent-off', params: { rateBasisPoints: 10_001 } }] }),
      '/then/0/params/rateBasisPoints too-large',
    ],
    [aPromotion({ phase: 8 }), '/then/0/effect effect-out-of-phase'],
    [
      aPromotion({ select: { selector: 'goods', params: {} } }),
      '/select/params/groupCodes no-goods-named',
    ],
    [
      aPromotion({ select: { selector: 'most-beautiful', params: {} } }),
      '/select/selector unknown-selector',
    ],
    [
      aPromotion({ funding: [{ partyCode: 'operator', shareBasisPoints: 9999 }] }),
      '/funding funding-not-whole',
    ],
    [
      aPromotion({
        when: [
          { condition: 'moon', params: {} },
          { condition: 'weekdays', params: { weekdays: [8] } },
        ],
      }),
      '/when/0/condition unknown-condition',
      '/when/1/params/weekdays/0 too-large',
    ],
    [
      { ...aPromotion(), stacking: { group: 'a', policy: 'random', priority: 0 } },
      '/stacking/policy not-a-choice',
    ],
  ] as const) {
    assert.deepEqual(problemsOf(json), problems);
  }
});

test('validation never throws, whatever comes', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 4 }),
      fc.constantFrom('when', 'then', 'select', 'stacking', 'title'),
      (json, field) => {
        validatePromotion(json);
        assert.equal(typeof validatePromotion({ ...aPromotion(), [field]: json }).ok, 'boolean');
      },
    ),
    { numRuns: 300 },
  );
});
