import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '#shared/text.ts';
import {
  formatDay,
  formatLocal,
  formatMoment,
  formatMoney,
  formatNumber,
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
      quantity: (milli: number) => formatQuantity(milli, locale),
      day: (date: string) => formatDay(date, locale),
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
      /** A counted noun: `3 чека`. */
      count: (noun: CountedNoun, count: number) =>
        t(`count.${noun}`, { count, value: formatNumber(count, locale) }),
    }),
    [locale, t],
  );
}

type CodeKind = 'payment' | 'tier' | 'phase' | 'stacking' | 'tag' | 'channel';
type CountedNoun = 'receipts' | 'days';

export type Format = ReturnType<typeof useFormat>;
