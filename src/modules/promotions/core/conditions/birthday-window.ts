import { Type } from 'typebox';
import { daysWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codeParam, daysParam } from '../language/params.ts';
import { daysSinceBirthday, daysToBirthday } from '../people/birthday.ts';
import { memberDate } from '../people/member-date.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

const WINDOW_DAYS_MAX = 180;

/** Today is close to a yearly date of the member; 29 February is kept on the 28th in common years. */
export const birthdayWindow = defineCondition({
  code: 'birthday-window',
  title: {
    ru: 'день рождения[ ({attribute})]: за {daysBefore} до и {daysAfter} после',
    en: 'birthday[ ({attribute})]: from {daysBefore} before to {daysAfter} after',
  },
  params: Type.Object(
    {
      daysBefore: daysParam({ ru: 'Дней до', en: 'Days before' }, 0, WINDOW_DAYS_MAX),
      daysAfter: daysParam({ ru: 'Дней после', en: 'Days after' }, 0, WINDOW_DAYS_MAX),
      attribute: Type.Optional(
        codeParam({ ru: 'Другая дата анкеты', en: 'Another date of the profile' }, 'attribute'),
      ),
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'days',
  needs: ({ attribute }) => ['time', 'member', ...(attribute === undefined ? [] : ATTRIBUTES)],
  prepare: ({ daysBefore, daysAfter, attribute = null }) => ({ daysBefore, daysAfter, attribute }),
  check: ({ daysBefore, daysAfter, attribute }, { member, local }) => {
    const date = memberDate(member, attribute);
    if (date === null) return FAR;
    if (daysSinceBirthday(date, local.date) <= daysAfter) return MET;
    const wait = daysToBirthday(date, local.date);
    return wait <= daysBefore ? MET : wait - daysBefore;
  },
  why: (_params, { facts, distance }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    return distance === null ? UNKNOWN : notYet(distance);
  },
});

const ATTRIBUTES = ['attributes'] as const;

const UNKNOWN = {
  code: 'birth-date-unknown',
  text: { ru: 'дата рождения неизвестна', en: 'the birth date is not known' },
};

function notYet(days: number) {
  const wait = daysWords(days);
  return {
    code: 'not-in-birthday-window',
    text: { ru: `ко дню рождения: через ${wait.ru}`, en: `for the birthday: in ${wait.en}` },
  };
}
