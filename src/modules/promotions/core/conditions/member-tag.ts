import { Type } from 'typebox';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codesParam, countParam } from '../language/params.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

/** The member carries so many of these tags (segments and lists are tags too); one, unless said. */
export const memberTag = defineCondition({
  code: 'member-tag',
  title: {
    ru: 'участник с меткой {tags}[, не меньше {minCount} из них]',
    en: 'member tagged {tags}[, {minCount} of them or more]',
  },
  params: Type.Object(
    {
      tags: codesParam({ ru: 'Метки', en: 'Tags' }, 'tag'),
      minCount: Type.Optional(countParam({ ru: 'Не меньше меток', en: 'At least so many' }, 1)),
    },
    CLOSED,
  ),
  class: 'audience',
  needs: ['tags'],
  prepare: ({ tags, minCount = 1 }) => ({ tags: new Set(tags), minCount }),
  check: ({ tags, minCount }, { member }) => {
    if (member === null) return FAR;
    if (minCount === 1) return hasOne(member.tags, tags) ? MET : FAR;
    return countDistinct(member.tags, tags) >= minCount ? MET : FAR;
  },
  keys: ({ tags, minCount = 1 }) => (minCount === 1 ? { of: 'tag', codes: tags } : null),
  why: (_params, { facts }) => (facts.member === null ? NOT_IDENTIFIED : NOT_TAGGED),
});

function hasOne(own: readonly string[], tags: ReadonlySet<string>): boolean {
  for (const tag of own) if (tags.has(tag)) return true;
  return false;
}

// A member has a few tags, a promotion may name thousands: the set is asked, never walked.
function countDistinct(own: readonly string[], tags: ReadonlySet<string>): number {
  let count = 0;
  for (let i = 0; i < own.length; i += 1) {
    const tag = own[i] ?? '';
    if (tags.has(tag) && own.indexOf(tag) === i) count += 1;
  }
  return count;
}

const NOT_TAGGED = {
  code: 'not-tagged',
  text: { ru: 'участник не в списке', en: 'the member is not on the list' },
};
