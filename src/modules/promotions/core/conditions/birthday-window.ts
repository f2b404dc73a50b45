import { Type } from 'typebox';
import { birthdayOffset } from '../birthday.ts';
import { defineCondition, MET, reason } from '../condition.ts';
import { notIdentified } from '../member-reasons.ts';
import { CLOSED, daysParam } from '../params.ts';
import { daysWords } from '../words.ts';

const WINDOW_DAYS_MAX = 180;

/** Today is close to the member's birthday; 29 February is kept on the 28th in common years. */
export const birthdayWindow = defineCondition({
  code: 'birthday-window',
  title: {
    ru: 'день рождения: за {daysBefore} до и {daysAfter} после',
    en: 'birthday: from {daysBefore} before to {daysAfter} after',
  },
  params: Type.Object(
    {
      daysBefore: daysParam({ ru: 'Дней до', en: 'Days before' }, 0, WINDOW_DAYS_MAX),
      daysAfter: daysParam({ ru: 'Дней после', en: 'Days after' }, 0, WINDOW_DAYS_MAX),
    },
    CLOSED,
  ),
  needs: ['time', 'member'],
  prepare: (params) => params,
  check: ({ daysBefore, daysAfter }, { member, local }) => {
    if (member === null) return notIdentified;
    if (member.birthDate === null) return unknownBirthday;
    const { since, until } = birthdayOffset(member.birthDate, local.date);
    if (since <= daysAfter || until <= daysBefore) return MET;
    return () => notYet(until - daysBefore);
  },
});

function unknownBirthday() {
  return reason('birth-date-unknown', {
    ru: 'дата рождения неизвестна',
    en: 'the birth date is not known',
  });
}

function notYet(days: number) {
  const wait = daysWords(days);
  const text = {
    ru: `до окна ко дню рождения ${wait.ru}`,
    en: `${wait.en} to the birthday window`,
  };
  return reason('not-in-birthday-window', text, { unit: 'days', value: days });
}
