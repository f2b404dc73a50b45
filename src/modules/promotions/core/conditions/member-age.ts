import { Type } from 'typebox';
import { openBoundsProblems, UNBOUNDED } from '../basket/bounds.ts';
import { yearsWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, countParam } from '../language/params.ts';
import { fullYears } from '../people/birthday.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

const AGE_MAX = 150;

/** The member's full years on the store's calendar are within bounds. */
export const memberAge = defineCondition({
  code: 'member-age',
  title: {
    ru: 'возраст[ от {minYears}][ до {maxYears}] лет',
    en: 'aged[ {minYears} or more][ up to {maxYears}]',
  },
  params: Type.Object(
    {
      minYears: Type.Optional(countParam({ ru: 'От, лет', en: 'From, years' }, 0, AGE_MAX)),
      maxYears: Type.Optional(countParam({ ru: 'До, лет', en: 'To, years' }, 0, AGE_MAX)),
    },
    CLOSED,
  ),
  class: 'state',
  needs: ['member', 'time'],
  prepare: ({ minYears = -UNBOUNDED, maxYears = UNBOUNDED }) => ({ minYears, maxYears }),
  check: ({ minYears, maxYears }, { member, local }) => {
    const birthDate = member?.birthDate ?? null;
    if (birthDate === null) return FAR;
    const years = fullYears(birthDate, local.date);
    return years >= minYears && years <= maxYears ? MET : FAR;
  },
  why: ({ minYears }, { facts }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    if ((facts.member.birthDate ?? null) === null) return UNKNOWN;
    return minYears === undefined ? WRONG_AGE : olderOnly(minYears);
  },
  problems: (params) => openBoundsProblems(params, 'minYears', 'maxYears'),
});

const UNKNOWN = {
  code: 'birth-date-unknown',
  text: { ru: 'дата рождения неизвестна', en: 'the birth date is not known' },
};

const WRONG_AGE = {
  code: 'wrong-age',
  text: { ru: 'не подходит возраст', en: 'the age does not fit' },
};

function olderOnly(minYears: number) {
  const years = yearsWords(minYears);
  const text = { ru: `не подходит возраст: от ${years.ru}`, en: `from ${years.en} of age` };
  return { code: 'wrong-age', text };
}
