import type { Text } from '#shared/text.ts';
import type { Limit, LimitUnit, Period } from '../language/limit-shape.ts';
import {
  daysWords,
  joinWords,
  moneyWords,
  numberWords,
  pointsWords,
  quantityWords,
  sameWords,
  timesWords,
  unitsWords,
  waitWords,
} from './words.ts';

/** A limit in words: «не больше 3 раз на участника в день». */
export function describeLimit({ unit, max, subject, period, reaction }: Limit): Text {
  const parts = [AMOUNT[unit](max), SUBJECT[subject], periodWords(subject, period)];
  const words = joinWords(
    parts.filter((part) => part.ru !== ''),
    sameWords(' '),
  );
  const more = reaction === undefined ? NOTHING : REACTION[reaction];
  return { ru: `не больше ${words.ru}${more.ru}`, en: `at most ${words.en}${more.en}` };
}

const NOTHING: Text = sameWords('');

const AMOUNT: Readonly<Record<LimitUnit, (max: number) => Text>> = {
  times: timesWords,
  kopecks: (max) => of(moneyWords(max), { ru: 'скидки', en: 'off' }),
  points: pointsWords,
  milli: quantityWords,
  units: unitsWords,
  sets: (max) => of(numberWords(max), { ru: 'наборов', en: 'sets' }),
  skus: (max) => of(numberWords(max), { ru: 'разных товаров', en: 'different goods' }),
  coupons: (max) => of(numberWords(max), { ru: 'купонов', en: 'coupons' }),
};

function of(amount: Text, thing: Text): Text {
  return { ru: `${amount.ru} ${thing.ru}`, en: `${amount.en} ${thing.en}` };
}

/** Whose use is counted, after an amount. */
export const SUBJECT: Readonly<Record<Limit['subject'], Text>> = {
  receipt: { ru: 'на чек', en: 'per receipt' },
  line: { ru: 'на строку', en: 'per line' },
  member: { ru: 'на участника', en: 'per member' },
  household: { ru: 'на семью', en: 'per household' },
  card: { ru: 'на карту', en: 'per card' },
  device: { ru: 'на устройство', en: 'per device' },
  cashier: { ru: 'на кассира', en: 'per cashier' },
  store: { ru: 'на магазин', en: 'per store' },
  partner: { ru: 'на партнёра', en: 'per partner' },
  promotion: { ru: 'на всю акцию', en: 'for the whole promotion' },
  campaign: { ru: 'на кампанию', en: 'per campaign' },
  programme: { ru: 'на программу', en: 'per programme' },
  funder: { ru: 'на плательщика', en: 'per funder' },
};

function periodWords(subject: Limit['subject'], period: Period): Text {
  if (typeof period === 'string') {
    // «на чек за чек» says it twice.
    return period === 'receipt' && (subject === 'receipt' || subject === 'line')
      ? NOTHING
      : PERIOD[period];
  }
  const span = 'lastDays' in period ? daysWords(period.lastDays) : waitWords(period.lastMinutes);
  return { ru: `за последние ${span.ru}`, en: `in the last ${span.en}` };
}

/** In which stretch of time, after whose. */
export const PERIOD: Readonly<Record<Extract<Period, string>, Text>> = {
  receipt: { ru: 'за чек', en: 'in a receipt' },
  hour: { ru: 'в час', en: 'an hour' },
  day: { ru: 'в день', en: 'a day' },
  week: { ru: 'в неделю', en: 'a week' },
  month: { ru: 'в месяц', en: 'a month' },
  year: { ru: 'в год', en: 'a year' },
  offer: { ru: 'за всё время', en: 'in all its time' },
};

const REACTION: Readonly<Record<NonNullable<Limit['reaction']>, Text>> = {
  stop: { ru: ', целиком или никак', en: ', all or nothing' },
  cap: NOTHING,
  alarm: { ru: ', сверх — с сигналом', en: ', beyond with an alarm' },
};
