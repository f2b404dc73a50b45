import { Type } from 'typebox';
import { defineCondition, MET, reason } from '../condition.ts';
import { CLOSED, weekdaysParam } from '../params.ts';
import { joinWords, sameWords, weekdayWords } from '../words.ts';

/** The store's calendar shows one of these days; after midnight it is already the next day. */
export const weekdays = defineCondition({
  code: 'weekdays',
  title: { ru: 'по дням: {weekdays}', en: 'on {weekdays}' },
  params: Type.Object(
    { weekdays: weekdaysParam({ ru: 'Дни недели', en: 'Days of the week' }) },
    CLOSED,
  ),
  needs: ['time'],
  prepare: (params) => new Set(params.weekdays),
  check: (days, facts) => {
    const today = facts.local.weekday;
    return days.has(today) ? MET : () => wrongDay(today, days);
  },
});

function wrongDay(today: number, days: ReadonlySet<number>) {
  const waits = [...days].map((day) => (day - today + 7) % 7);
  const sorted = [...days].sort((a, b) => a - b);
  const names = joinWords(sorted.map(weekdayWords), sameWords(', '));
  const text = { ru: `действует: ${names.ru}`, en: `runs on ${names.en}` };
  return reason('wrong-weekday', text, { unit: 'days', value: Math.min(...waits) });
}
