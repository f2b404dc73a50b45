import { Type } from 'typebox';
import { present } from '#shared/assert.ts';
import { dayNumber, parseLocalDate } from '#shared/time.ts';
import { openBoundsProblems } from '../basket/bounds.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import type { ParamProblem } from '../language/param-problem.ts';
import { CLOSED, dateParam } from '../language/params.ts';

/** The store's calendar day is within the range; both ends belong to it. */
export const dateRange = defineCondition({
  code: 'date-range',
  title: {
    ru: 'по датам[ с {fromDate}][ по {toDate}]',
    en: 'on dates[ from {fromDate}][ to {toDate}]',
  },
  params: Type.Object(
    {
      fromDate: Type.Optional(dateParam({ ru: 'С даты', en: 'From date' })),
      toDate: Type.Optional(dateParam({ ru: 'По дату', en: 'To date' })),
    },
    CLOSED,
  ),
  class: 'time',
  unit: 'days',
  needs: ['time'],
  prepare: ({ fromDate = '0000-01-01', toDate = '9999-12-31' }) => ({
    fromDate,
    toDate,
    fromDay: dayNumber(present(parseLocalDate(fromDate), 'first day')),
  }),
  check: ({ fromDate, toDate, fromDay }, { local }) => {
    // ISO dates sort as strings.
    if (local.date < fromDate) return fromDay - dayNumber(local.date);
    return local.date <= toDate ? MET : FAR;
  },
  why: ({ fromDate, toDate }, { distance }) =>
    distance === null
      ? { code: 'over', text: { ru: `закончилась ${toDate}`, en: `ended on ${toDate}` } }
      : { code: 'not-yet', text: { ru: `начнётся ${fromDate}`, en: `starts on ${fromDate}` } },
  problems: (params) => [
    ...dayProblems('fromDate', params.fromDate),
    ...dayProblems('toDate', params.toDate),
    ...openBoundsProblems(params, 'fromDate', 'toDate'),
  ],
});

function dayProblems(field: string, date: string | undefined): readonly ParamProblem[] {
  if (date === undefined || parseLocalDate(date) !== undefined) return [];
  return [
    { field, code: 'no-such-day', text: { ru: 'Такого дня нет.', en: 'There is no such day.' } },
  ];
}
