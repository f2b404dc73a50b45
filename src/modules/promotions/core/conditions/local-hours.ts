import { Type } from 'typebox';
import { defineCondition, MET, reason } from '../condition.ts';
import { CLOSED, minuteParam } from '../params.ts';
import { clockWords } from '../words.ts';

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
  needs: ['time'],
  prepare: (params) => params,
  check: ({ fromMinute, toMinute }, facts) => {
    const now = facts.local.minuteOfDay;
    const isOverMidnight = toMinute <= fromMinute;
    const isInside = isOverMidnight
      ? now >= fromMinute || now < toMinute
      : now >= fromMinute && now < toMinute;
    return isInside ? MET : () => wrongHour(now, fromMinute, toMinute);
  },
  problems: ({ fromMinute, toMinute }) => {
    if (fromMinute !== toMinute) return [];
    const text = { ru: 'Окно пустое: начало равно концу.', en: 'The window is empty.' };
    return [{ field: 'toMinute', code: 'window-empty', text }];
  },
});

function wrongHour(now: number, fromMinute: number, toMinute: number) {
  const [at, from, to] = [clockWords(now), clockWords(fromMinute), clockWords(toMinute)];
  const text = {
    ru: `в магазине ${at}, действует с ${from} до ${to}`,
    en: `it is ${at} in the store, runs ${from}–${to}`,
  };
  const wait = (fromMinute - now + DAY_MINUTES) % DAY_MINUTES;
  return reason('wrong-local-hour', text, { unit: 'minutes', value: wait });
}
