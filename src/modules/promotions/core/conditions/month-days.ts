import { Type } from 'typebox';
import { dayOfMonth, daysInMonth } from '#shared/time.ts';
import { openBoundsProblems } from '../basket/bounds.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, countParam } from '../language/params.ts';

/** The day is among the first or the last of its month. */
export const monthDays = defineCondition({
  code: 'month-days',
  title: {
    ru: 'дни месяца:[ первые {firstDays}][ последние {lastDays}]',
    en: 'days of the month:[ the first {firstDays}][ the last {lastDays}]',
  },
  params: Type.Object(
    {
      firstDays: Type.Optional(countParam({ ru: 'Первых дней', en: 'First days' }, 1, 28)),
      lastDays: Type.Optional(countParam({ ru: 'Последних дней', en: 'Last days' }, 1, 28)),
    },
    CLOSED,
  ),
  class: 'time',
  needs: ['time'],
  prepare: ({ firstDays = 0, lastDays = 0 }) => ({ firstDays, lastDays }),
  check: ({ firstDays, lastDays }, { local }) => {
    const day = dayOfMonth(local.date);
    return day <= firstDays || day > daysInMonth(local.date) - lastDays ? MET : FAR;
  },
  why: () => ({
    code: 'wrong-month-day',
    text: { ru: 'не в эти дни месяца', en: 'not on these days of the month' },
  }),
  // Either end will do, and both together are a sound wish: nothing here can be crossed.
  problems: ({ firstDays, lastDays }) =>
    firstDays !== undefined || lastDays !== undefined
      ? []
      : openBoundsProblems({}, 'firstDays', 'lastDays'),
});
