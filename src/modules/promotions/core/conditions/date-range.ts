import { Type } from 'typebox';
import { daysBetween, parseLocalDate } from '#shared/time.ts';
import { defineCondition, MET, reason } from '../condition.ts';
import type { ParamProblem } from '../param-problem.ts';
import { CLOSED, dateParam } from '../params.ts';

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
  needs: ['time'],
  prepare: ({ fromDate = '0000-01-01', toDate = '9999-12-31' }) => ({ fromDate, toDate }),
  check: ({ fromDate, toDate }, { local }) => {
    // ISO dates sort as strings.
    if (local.date < fromDate) return () => notYet(local.date, fromDate);
    return local.date <= toDate ? MET : () => over(toDate);
  },
  problems: ({ fromDate, toDate }) => [
    ...dayProblems('fromDate', fromDate),
    ...dayProblems('toDate', toDate),
    ...orderProblems(fromDate, toDate),
  ],
});

function notYet(today: string, fromDate: string) {
  const [from, to] = [parseLocalDate(today), parseLocalDate(fromDate)];
  const text = { ru: `начнётся ${fromDate}`, en: `starts on ${fromDate}` };
  if (from === undefined || to === undefined) return reason('not-yet', text);
  return reason('not-yet', text, { unit: 'days', value: daysBetween(from, to) });
}

function over(toDate: string) {
  return reason('over', { ru: `закончилась ${toDate}`, en: `ended on ${toDate}` });
}

function dayProblems(field: string, date: string | undefined): readonly ParamProblem[] {
  if (date === undefined || parseLocalDate(date) !== undefined) return [];
  return [
    { field, code: 'no-such-day', text: { ru: 'Такого дня нет.', en: 'There is no such day.' } },
  ];
}

function orderProblems(fromDate?: string, toDate?: string): readonly ParamProblem[] {
  if (fromDate === undefined && toDate === undefined) {
    const text = { ru: 'Назовите хотя бы одну дату.', en: 'Name at least one date.' };
    return [{ field: 'fromDate', code: 'no-dates', text }];
  }
  if (fromDate === undefined || toDate === undefined || fromDate <= toDate) return [];
  const text = { ru: 'Конец раньше начала.', en: 'The end is before the start.' };
  return [{ field: 'toDate', code: 'bounds-crossed', text }];
}
