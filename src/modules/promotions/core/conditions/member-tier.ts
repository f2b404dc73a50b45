import { Type } from 'typebox';
import { namesWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codeParam, codesParam } from '../language/params.ts';
import { MAIN_TIERS, tierOf } from '../people/tier-of.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

/** The member is in one of these tiers of a group. */
export const memberTier = defineCondition({
  code: 'member-tier',
  title: {
    ru: 'уровень участника {tierCodes}[ в группе {tierGroup}]',
    en: 'member’s tier is {tierCodes}[ in the group {tierGroup}]',
  },
  params: Type.Object(
    {
      tierCodes: codesParam({ ru: 'Уровни', en: 'Tiers' }, 'tier'),
      tierGroup: Type.Optional(codeParam({ ru: 'Группа уровней', en: 'Tier group' }, 'tier-group')),
    },
    CLOSED,
  ),
  class: 'audience',
  needs: ({ tierGroup = MAIN_TIERS }) => [`tier:${tierGroup}`],
  prepare: ({ tierCodes, tierGroup = MAIN_TIERS }) => ({ codes: new Set(tierCodes), tierGroup }),
  check: ({ codes, tierGroup }, { member }) => {
    const code = member === null ? undefined : tierOf(member, tierGroup);
    return code !== undefined && codes.has(code) ? MET : FAR;
  },
  keys: ({ tierCodes, tierGroup = MAIN_TIERS }) =>
    tierGroup === MAIN_TIERS ? { of: 'tier', codes: tierCodes } : null,
  why: ({ tierCodes }, { facts }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    const names = namesWords(tierCodes);
    const text = { ru: `только для уровней: ${names.ru}`, en: `only for tiers: ${names.en}` };
    return { code: 'wrong-tier', text };
  },
});
