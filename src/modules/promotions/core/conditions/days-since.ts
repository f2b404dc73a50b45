import { Type } from 'typebox';
import { dayNumber } from '#shared/time.ts';
import { openBoundsProblems, UNBOUNDED } from '../basket/bounds.ts';
import { daysWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codeParam, daysParam } from '../language/params.ts';
import { memberDate } from '../people/member-date.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

const DAYS_MIN = -3650;

/** So many days have passed since a date of the member; below zero = the date lies ahead. */
export const daysSince = defineCondition({
  code: 'days-since',
  title: {
    ru: 'со дня {dateAttribute} прошло[ не меньше {minDays}][ не больше {maxDays}]',
    en: 'since {dateAttribute}[ {minDays} or more][ {maxDays} at most]',
  },
  params: Type.Object(
    {
      dateAttribute: codeParam({ ru: 'Дата анкеты', en: 'Date of the profile' }, 'attribute'),
      minDays: Type.Optional(daysParam({ ru: 'Не меньше', en: 'At least' }, DAYS_MIN)),
      maxDays: Type.Optional(daysParam({ ru: 'Не больше', en: 'At most' }, DAYS_MIN)),
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'days',
  needs: ['time', 'attributes'],
  prepare: ({ dateAttribute, minDays = -UNBOUNDED, maxDays = UNBOUNDED }) => ({
    dateAttribute,
    minDays,
    maxDays,
  }),
  check: ({ dateAttribute, minDays, maxDays }, { member, local }) => {
    const date = memberDate(member, dateAttribute);
    if (date === null) return FAR;
    const days = dayNumber(local.date) - dayNumber(date);
    if (days < minDays) return minDays - days;
    return days <= maxDays ? MET : FAR;
  },
  why: ({ dateAttribute }, { facts, distance }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    if (distance !== null) return tooEarly(distance);
    return memberDate(facts.member, dateAttribute) === null ? UNKNOWN : TOO_LATE;
  },
  problems: (params) => openBoundsProblems(params, 'minDays', 'maxDays'),
});

const UNKNOWN = {
  code: 'date-unknown',
  text: { ru: 'нужная дата неизвестна', en: 'the date is not known' },
};

const TOO_LATE = {
  code: 'too-late',
  text: { ru: 'срок уже прошёл', en: 'the time has passed' },
};

function tooEarly(days: number) {
  const wait = daysWords(days);
  return { code: 'too-early', text: { ru: `через ${wait.ru}`, en: `in ${wait.en}` } };
}
