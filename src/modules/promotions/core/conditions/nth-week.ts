import { Type } from 'typebox';
import { dayNumber } from '#shared/time.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, countParam } from '../language/params.ts';

/** Monday 1970-01-05 is day 4. */
const FIRST_MONDAY = 4;

/** Every second, third … week, counted from Monday 1970-01-05. */
export const nthWeek = defineCondition({
  code: 'nth-week',
  title: {
    ru: 'каждая {every}-я неделя[, со сдвигом {offset}]',
    en: 'every {every}th week[, shifted by {offset}]',
  },
  params: Type.Object(
    {
      every: countParam({ ru: 'Каждая', en: 'Every' }, 2, 52),
      offset: Type.Optional(countParam({ ru: 'Сдвиг, недель', en: 'Shift, weeks' }, 0, 51)),
    },
    CLOSED,
  ),
  class: 'time',
  needs: ['time'],
  prepare: ({ every, offset = 0 }) => ({ every, offset }),
  check: ({ every, offset }, { local }) => {
    const week = Math.floor((dayNumber(local.date) - FIRST_MONDAY) / 7);
    return (week % every) + (week < 0 && week % every !== 0 ? every : 0) === offset ? MET : FAR;
  },
  why: () => ({
    code: 'wrong-week',
    text: { ru: 'не на этой неделе', en: 'not this week' },
  }),
  problems: ({ every, offset = 0 }) => {
    if (offset < every) return [];
    const text = { ru: `Не больше ${every - 1}.`, en: `At most ${every - 1}.` };
    return [{ field: 'offset', code: 'too-large', text }];
  },
});
