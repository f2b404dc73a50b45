import { useTranslation } from 'react-i18next';
import type { CurrencyDetail, Terms } from '#modules/ledger/admin-contract.ts';
import { useCurrency } from '../../../kit/currencies.ts';
import { type Format, useFormat } from '../../../kit/use-format.ts';

type Term = { readonly key: string; readonly label: string; readonly value: string };
type Translate = ReturnType<typeof useTranslation>['t'];
type Speaker = {
  readonly t: Translate;
  readonly format: Format;
  readonly points: (n: number) => string;
};

const HOUR = 60;
const DAY = 1_440;

/** What a currency promises, in words: one line per term, those that are not allowed included. */
export function useTerms(currency: CurrencyDetail): readonly Term[] {
  const { t } = useTranslation();
  const format = useFormat();
  const other = useCurrency();
  const points = (n: number) => format.pointsOf(n, currency);
  const speaker = { t, format, points };
  const { terms, exchanges } = currency;
  const exchange = exchanges.map(({ fromPoints, toPoints, toCode, feeBasisPoints }) =>
    t('terms.exchangeIs', {
      from: points(fromPoints),
      to: format.pointsOf(toPoints, other(toCode)),
      fee: feeWords(speaker, feeBasisPoints),
    }),
  );
  const line = (key: TermKey, value: string): Term => ({ key, label: t(`terms.${key}`), value });
  return [
    line('wake', wakeWords(terms.lifetime.activation, speaker)),
    line('burn', burnWords(terms.lifetime.expiry, speaker)),
    line('spendOrder', t(`terms.${terms.spendOrder}`)),
    line('takeBack', t(`terms.policy.${terms.debt.takeBack}`)),
    line('debit', t(`terms.policy.${terms.debt.debit}`)),
    line('loan', loanWords(terms, speaker)),
    line('hold', durationWords(terms.holdMinutesMax, format)),
    line('transfer', transferWords(terms, speaker)),
    line('exchange', exchange.length === 0 ? t('terms.no') : exchange.join('; ')),
    line('reactivation', reactivationWords(terms, speaker)),
    ...(terms.suspendingTiers.length === 0
      ? []
      : [
          line(
            'suspending',
            terms.suspendingTiers.map((code) => format.code('tier', code)).join(', '),
          ),
        ]),
  ];
}

type TermKey =
  | 'wake'
  | 'burn'
  | 'spendOrder'
  | 'takeBack'
  | 'debit'
  | 'loan'
  | 'hold'
  | 'transfer'
  | 'exchange'
  | 'reactivation'
  | 'suspending';

function wakeWords(activation: Terms['lifetime']['activation'], { t, format }: Speaker): string {
  switch (activation.when) {
    case 'at-once':
      return t('terms.at-once');
    case 'after-minutes':
      return t('terms.after-minutes', { time: durationWords(activation.minutes, format) });
    case 'day-start':
      return t('terms.day-start', { days: format.count('days', activation.afterDays) });
    case 'month-start':
      return t('terms.month-start', { months: format.count('months', activation.afterMonths) });
    case 'date':
      return t('terms.date', { day: format.day(activation.date) });
    case 'confirmed':
      return t('terms.confirmed', { what: format.code('confirmation', activation.confirmation) });
  }
}

const UNITS = { day: 'days', month: 'months', year: 'years' } as const;

function burnWords(expiry: Terms['lifetime']['expiry'], { t, format }: Speaker): string {
  switch (expiry.when) {
    case 'never':
      return t('terms.never');
    case 'date':
      return t('terms.date', { day: format.day(expiry.date) });
    case 'after':
      return t('terms.after', {
        time: format.count(UNITS[expiry.unit], expiry.count),
        from: t(expiry.from === 'accrual' ? 'terms.fromAccrual' : 'terms.fromActivation'),
        end: expiry.endOf === 'none' ? '' : t(`terms.endOf.${expiry.endOf}`),
        slides: expiry.slides === true ? t('terms.slides') : '',
      });
  }
}

function loanWords(terms: Terms, { t, points }: Speaker): string {
  if (terms.loanPointsMax === 0) return t('terms.no');
  return t('terms.loanUpTo', { points: points(terms.loanPointsMax) });
}

function transferWords({ transfer }: Terms, speaker: Speaker): string {
  const { t, points } = speaker;
  if (transfer === null) return t('terms.no');
  return t('terms.transferIs', {
    min: points(transfer.pointsMin),
    max: points(transfer.dailyPointsMax),
    fee: feeWords(speaker, transfer.feeBasisPoints, transfer.feePoints),
  });
}

function reactivationWords({ reactivation }: Terms, speaker: Speaker): string {
  const { t, format } = speaker;
  if (reactivation === null) return t('terms.no');
  return t('terms.reactivationIs', {
    days: format.count('days', reactivation.withinDays),
    fee: feeWords(speaker, reactivation.feeBasisPoints),
  });
}

/** `, комиссия 1 % + 5 бонусов`; empty where there is none. */
function feeWords({ t, format, points }: Speaker, basisPoints: number, fixed = 0): string {
  const parts = [
    ...(basisPoints > 0 ? [`${format.percent(basisPoints)}`] : []),
    ...(fixed > 0 ? [points(fixed)] : []),
  ];
  return parts.length === 0 ? '' : t('terms.feeIs', { fee: parts.join(' + ') });
}

function durationWords(minutes: number, format: Format): string {
  if (minutes % DAY === 0) return format.count('days', minutes / DAY);
  if (minutes % HOUR === 0) return format.count('hours', minutes / HOUR);
  return format.count('minutes', minutes);
}
