import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Currency } from '#modules/ledger/admin-contract.ts';
import type { Text } from '#shared/text.ts';
import { currencyPoints } from './currency-points.ts';
import {
  formatDay,
  formatDayMonth,
  formatLocal,
  formatMoment,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPoints,
  formatQuantity,
  formatRelative,
  type Locale,
  wallClock,
  zoneLabel,
} from './format.ts';
import { en } from './locales/en.ts';
import { ru } from './locales/ru.ts';

/** The formatters of `format.ts` bound to the language of the screen. */
export function useFormat() {
  const { t, i18n } = useTranslation();
  const locale: Locale = i18n.language === 'en' ? 'en' : 'ru';
  return useMemo(
    () => ({
      locale,
      words: (text: Text): string => text[locale],
      /** What a code of the server is called; a code without a name stays itself. */
      code: (kind: CodeKind, code: string): string => {
        const names: Readonly<Record<string, string>> = (locale === 'en' ? en : ru)[kind];
        return names[code] ?? code;
      },
      money: (kopecks: number, sign?: boolean) => formatMoney(kopecks, locale, sign),
      number: (value: number) => formatNumber(value, locale),
      percent: (basisPoints: number) => formatPercent(basisPoints, locale),
      quantity: (milli: number) => formatQuantity(milli, locale),
      day: (date: string) => formatDay(date, locale),
      dayMonth: (date: string, daysOn?: number) => formatDayMonth(date, locale, daysOn),
      /** The last day before a moment on the viewer's wall: what ends at midnight ends the day before. */
      lastDayBefore: (moment: string) =>
        formatDay(wallClock(new Date(Date.parse(moment) - 1).toISOString()), locale),
      local: (local: string) => formatLocal(local, locale),
      moment: (moment: string, zone?: string) => formatMoment(moment, locale, zone),
      /** The day of a moment on the wall of `zone`. */
      dayOf: (moment: string, zone?: string) => formatDay(wallClock(moment, zone), locale),
      relative: (moment: string) => formatRelative(moment, locale),
      zone: (zone: string, moment?: number) => zoneLabel(zone, locale, moment),
      /** `+22 балла`: the figure, its sign and the unit in the right plural form. */
      points: (points: number, options: { divisibility?: number; sign?: boolean } = {}) =>
        t('count.points', {
          count: Math.abs(points) / 10 ** (options.divisibility ?? 0),
          value: formatPoints(points, locale, options),
        }),
      /** `+22 бонуса`: points in the words of their currency; `баллы` where it has none. */
      pointsOf: (points: number, currency: Currency, sign = false) =>
        currencyPoints(points, currency, { locale, sign }) ??
        t('count.points', {
          count: Math.abs(points) / 10 ** currency.divisibility,
          value: formatPoints(points, locale, { divisibility: currency.divisibility, sign }),
        }),
      /** A counted noun: `3 чека`. */
      count: (noun: CountedNoun, count: number) =>
        t(`count.${noun}`, { count, value: formatNumber(count, locale) }),
    }),
    [locale, t],
  );
}

type CodeKind = 'payment' | 'tier' | 'phase' | 'stacking' | 'tag' | 'channel' | 'confirmation';
type CountedNoun = 'receipts' | 'minutes' | 'hours' | 'days' | 'months' | 'years';

export type Format = ReturnType<typeof useFormat>;
