import { Type } from 'typebox';
import { clockWords } from '../describe/words.ts';
import { defineCondition, MET } from '../language/condition.ts';
import { CLOSED, minuteParam } from '../language/params.ts';

const DAY_MINUTES = 1440;

/** The store's wall clock is within [from, to); a window whose end is earlier runs over midnight. */
export const localHours = defineCondition({
  code: 'local-hours',
  title: {
    ru: 'с {fromMinute} до {toMinute} по времени магазина',
    en: 'from {fromMinute} to {toMinute} by the store’s clock',
  },
  params: Type.Object(
    {
      fromMinute: minuteParam({ ru: 'С, минута суток', en: 'From, minute of the day' }, 1439),
      toMinute: minuteParam({ ru: 'До, минута суток', en: 'To, minute of the day' }, 1440),
    },
    CLOSED,
  ),
  class: 'time',
  unit: 'minutes',
  needs: ['time'],
  prepare: (params) => params,
  check: ({ fromMinute, toMinute }, { local }) => {
    const now = local.minuteOfDay;
    const isInside =
      toMinute < fromMinute
        ? now >= fromMinute || now < toMinute
        : now >= fromMinute && now < toMinute;
    return isInside ? MET : (fromMinute - now + DAY_MINUTES) % DAY_MINUTES;
  },
  why: ({ fromMinute, toMinute }, { facts }) => {
    const at = clockWords(facts.local.minuteOfDay);
    const [from, to] = [clockWords(fromMinute), clockWords(toMinute)];
    return {
      code: 'wrong-local-hour',
      text: {
        ru: `в магазине ${at}, действует с ${from} до ${to}`,
        en: `it is ${at} in the store, runs ${from}–${to}`,
      },
    };
  },
  problems: ({ fromMinute, toMinute }) => {
    if (fromMinute !== toMinute) return [];
    const text = { ru: 'Окно пустое: начало равно концу.', en: 'The window is empty.' };
    return [{ field: 'toMinute', code: 'window-empty', text }];
  },
  edges: ({ fromMinute, toMinute }) => [fromMinute, toMinute],
});
