import { Type } from 'typebox';
import { numberWords } from '../describe/words.ts';
import type { MemberFacts } from '../facts.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, choice, countParam, optionParam, optionsOf } from '../language/params.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

const ROLES = optionsOf(
  optionParam('referee', { ru: 'приглашён другом', en: 'invited by a friend' }),
  optionParam('referrer', { ru: 'привёл друзей', en: 'brought friends' }),
);

/** The member was invited by somebody, or has brought so many friends. */
export const referral = defineCondition({
  code: 'referral',
  title: {
    ru: '{role}[, не меньше {minCount}][, глубина от {minDepth}]',
    en: '{role}[, {minCount} or more][, {minDepth} deep or more]',
  },
  params: Type.Object(
    {
      role: Type.Union(ROLES, choice({ ru: 'Кто', en: 'Who' })),
      minCount: Type.Optional(countParam({ ru: 'Друзей не меньше', en: 'At least friends' }, 1)),
      minDepth: Type.Optional(countParam({ ru: 'Глубина от', en: 'Depth from' }, 1, 100)),
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'times',
  needs: ['referral'],
  prepare: ({ role, minCount = 1, minDepth = 0 }) => ({ role, minCount, minDepth }),
  check: ({ role, minCount, minDepth }, { member }) => {
    if (member === null) return FAR;
    if (role === 'referee') return isReferee(member, minDepth) ? MET : FAR;
    return member.refereeCount >= minCount ? MET : minCount - member.refereeCount;
  },
  why: ({ role }, { facts, distance }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    return role === 'referee' || distance === null ? NOT_INVITED : tooFew(distance);
  },
});

function isReferee({ referrer = null }: MemberFacts, minDepth: number): boolean {
  return referrer !== null && referrer.depth >= minDepth;
}

const NOT_INVITED = {
  code: 'not-invited',
  text: { ru: 'только для приглашённых другом', en: 'only for those invited by a friend' },
};

function tooFew(count: number) {
  const more = numberWords(count);
  const text = { ru: `пригласите друзей: ещё ${more.ru}`, en: `invite ${more.en} more friends` };
  return { code: 'referees-too-few', text };
}
