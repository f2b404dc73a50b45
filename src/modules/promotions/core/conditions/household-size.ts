import { Type } from 'typebox';
import { openBoundsProblems, UNBOUNDED } from '../basket/bounds.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, countParam } from '../language/params.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

const PEOPLE_MAX = 100;

/** The member's household has so many people. */
export const householdSize = defineCondition({
  code: 'household-size',
  title: {
    ru: 'в семье[ от {minPeople}][ до {maxPeople}] человек',
    en: 'a household of[ {minPeople} or more][ up to {maxPeople}] people',
  },
  params: Type.Object(
    {
      minPeople: Type.Optional(
        countParam({ ru: 'От, человек', en: 'From, people' }, 1, PEOPLE_MAX),
      ),
      maxPeople: Type.Optional(countParam({ ru: 'До, человек', en: 'To, people' }, 1, PEOPLE_MAX)),
    },
    CLOSED,
  ),
  class: 'state',
  needs: ['member'],
  prepare: ({ minPeople = -UNBOUNDED, maxPeople = UNBOUNDED }) => ({ minPeople, maxPeople }),
  check: ({ minPeople, maxPeople }, { member }) => {
    const people = member?.householdSize;
    if (people === undefined) return FAR;
    return people >= minPeople && people <= maxPeople ? MET : FAR;
  },
  why: (_params, { facts }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    return facts.member.householdSize === undefined ? UNKNOWN : WRONG_SIZE;
  },
  problems: (params) => openBoundsProblems(params, 'minPeople', 'maxPeople'),
});

const UNKNOWN = {
  code: 'household-unknown',
  text: { ru: 'состав семьи неизвестен', en: 'the household is not known' },
};

const WRONG_SIZE = {
  code: 'wrong-household',
  text: { ru: 'не подходит состав семьи', en: 'the household is of another size' },
};
