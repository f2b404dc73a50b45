import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aMember, aPromotion, aReceipt } from '../../testing/builders.ts';
import { decide } from '../../testing/decide.ts';
import type { MemberFacts } from '../facts.ts';

type When = NonNullable<Parameters<typeof aPromotion>[0]>['when'];
const tags = (codes: string[], minCount?: number) => ({
  condition: 'member-tag',
  params: { tags: codes, ...(minCount === undefined ? {} : { minCount }) },
});
const tier = (...tierCodes: string[]) => ({ condition: 'member-tier', params: { tierCodes } });
const known = { condition: 'identified', params: {} };
const inArm = { condition: 'experiment-arm', params: { experimentCode: 'e', arms: ['b'] } };

/** Whether a promotion with these conditions is for the buyer. */
function isFor(when: When, member: Partial<MemberFacts> | null): boolean {
  const facts = aReceipt({ member: member === null ? null : aMember(member) });
  const { list } = decide([aPromotion({ code: 'a', ...(when && { when }) })], facts).verdicts;
  return list.length === 1;
}

for (const [what, when, member, expected] of [
  ['one of several tags', [tags(['vip', 'staff'])], { tags: ['staff', 'x'] }, true],
  ['no tag of the list', [tags(['vip'])], { tags: ['staff'] }, false],
  ['two tags of three', [tags(['a', 'b', 'c'], 2)], { tags: ['a', 'c'] }, true],
  ['one tag where two are asked', [tags(['a', 'b'], 2)], { tags: ['a'] }, false],
  ['a tag named twice where two are asked', [tags(['a', 'a', 'b'], 2)], { tags: ['a'] }, false],
  ['both of two lists', [tags(['a']), tags(['b'])], { tags: ['b', 'a'] }, true],
  ['one of two lists, twice', [tags(['a']), tags(['b'])], { tags: ['a', 'a'] }, false],
  ['the tier', [tier('gold', 'base')], { tierCode: 'base' }, true],
  ['another tier', [tier('gold')], { tierCode: 'base' }, false],
  ['a tag but not the tier', [tags(['a']), tier('gold')], { tags: ['a'] }, false],
  ['the arm of an experiment', [inArm], { arms: { e: 'b' } }, true],
  ['another arm', [inArm], { arms: { e: 'a' } }, false],
  ['a tag and another arm', [tags(['a']), inArm], { tags: ['a'], arms: { e: 'a' } }, false],
  ['no card, where nothing is asked', [], null, true],
  ['no card, where one is asked', [known], null, false],
  ['no card, where a tag is asked', [tags(['a'])], null, false],
] as const) {
  test(`a buyer with ${what} is ${expected ? 'meant' : 'not meant'}`, () => {
    assert.equal(isFor([...when], member), expected);
  });
}

test('the audience is told for each promotion apart, and a tag of one receipt is gone at the next', () => {
  const promotions = [
    aPromotion({ code: 'a', when: [tags(['x'])] }),
    aPromotion({ code: 'b', when: [tags(['y'])] }),
    aPromotion({ code: 'c', when: [tier('gold'), tags(['x', 'y'])] }),
  ];
  const wrong = (member: Partial<MemberFacts>) =>
    decide(promotions, aReceipt({ member: aMember(member) })).verdicts.ruledOut?.audience[0];
  assert.equal(wrong({ tags: ['x'] }), 0b110);
  assert.equal(wrong({ tags: ['y'], tierCode: 'gold' }), 0b001);
  assert.equal(wrong({}), 0b111);
});

test('inside a group an audience condition is an ordinary one', () => {
  assert.equal(isFor([{ any: [tags(['a']), tier('base')] }], {}), true);
  const { list } = decide(
    [aPromotion({ code: 'a', when: [{ not: tags(['a']) }] })],
    aReceipt({ member: null }),
  ).verdicts;
  assert.deepEqual(list, [[0, 11, 1000, 0]]);
});

test('several promotions that no tag can answer for are asked one by one', () => {
  const arm = (...arms: string[]) => [
    { condition: 'experiment-arm', params: { experimentCode: 'e', arms } },
  ];
  const promotions = [arm('a'), [], arm('b'), arm('a', 'b'), arm('c')].map((when, i) =>
    aPromotion({ code: `p${i}`, when }),
  );
  const facts = aReceipt({ member: aMember({ arms: { e: 'b' } }) });
  assert.equal(decide(promotions, facts).verdicts.ruledOut?.audience[0], 0b10001);
});
