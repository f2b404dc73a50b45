import { Type } from 'typebox';
import { joinWords, sameWords, weekdayWords } from '../describe/words.ts';
import { defineCondition, MET } from '../language/condition.ts';
import { CLOSED, weekdaysParam } from '../language/params.ts';

/** The store's calendar shows one of these days; after midnight it is already the next day. */
export const weekdays = defineCondition({
  code: 'weekdays',
  title: { ru: 'по дням: {weekdays}', en: 'on {weekdays}' },
  params: Type.Object(
    { weekdays: weekdaysParam({ ru: 'Дни недели', en: 'Days of the week' }) },
    CLOSED,
  ),
  class: 'time',
  unit: 'days',
  needs: ['time'],
  prepare: ({ weekdays: days }) => waitsByWeekday(new Set(days)),
  check: (waits, { local }) => waits[local.weekday] ?? MET,
  why: ({ weekdays: days }) => {
    const sorted = [...days].sort((a, b) => a - b);
    const names = joinWords(sorted.map(weekdayWords), sameWords(', '));
    return {
      code: 'wrong-weekday',
      text: { ru: `действует: ${names.ru}`, en: `runs on ${names.en}` },
    };
  },
});

/** Days to the next listed weekday, by today's number 1 … 7; 0 = today. */
function waitsByWeekday(days: ReadonlySet<number>): readonly number[] {
  const waits = [MET];
  for (let today = 1; today <= 7; today += 1) {
    let wait = 0;
    while (wait < 7 && !days.has(((today - 1 + wait) % 7) + 1)) wait += 1;
    waits.push(wait);
  }
  return waits;
}
