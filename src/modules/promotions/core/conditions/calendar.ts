import { Type } from 'typebox';
import { hasSome } from '../basket/lists.ts';
import { namesWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, codesParam } from '../language/params.ts';

/** The local date is marked in one of these calendars: holidays, pay days, market days. */
export const calendar = defineCondition({
  code: 'calendar',
  title: { ru: 'по календарю: {calendarCodes}', en: 'on days of the calendar {calendarCodes}' },
  params: Type.Object(
    { calendarCodes: codesParam({ ru: 'Календари', en: 'Calendars' }, 'calendar') },
    CLOSED,
  ),
  class: 'time',
  needs: ['calendar', 'time'],
  prepare: ({ calendarCodes }) => calendarCodes,
  check: (codes, facts) => (hasSome(facts.calendarCodes, codes) ? MET : FAR),
  why: ({ calendarCodes }) => {
    const names = namesWords(calendarCodes);
    return {
      code: 'wrong-calendar-day',
      text: { ru: `только по календарю ${names.ru}`, en: `only on days of ${names.en}` },
    };
  },
});
