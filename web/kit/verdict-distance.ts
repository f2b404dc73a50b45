import type { TFunction } from 'i18next';
import type { Verdict } from '#modules/receipts/contract.ts';
import type { Format } from './use-format.ts';

type Reason = Verdict['reason'];
type Distance = NonNullable<NonNullable<Reason>['distance']>;

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** How much a promotion was missed by, in words; nothing where the reason has told it already. */
export function distanceOf(reason: Reason, format: Format, t: TFunction): string {
  if (reason === null || reason.distance === null) return '';
  const words = distanceWords(reason.distance, format, t);
  return digitsOf(format.words(reason.text)).includes(digitsOf(words)) ? '' : words;
}

function distanceWords({ unit, value }: Distance, format: Format, t: TFunction): string {
  const short = (amount: string) => t('verdict.short', { amount });
  const left = (amount: string) => t('verdict.left', { amount });
  switch (unit) {
    case 'kopecks':
      return short(format.money(value));
    case 'milli':
      return short(t('verdict.pieces', { value: format.quantity(value) }));
    case 'units':
      return short(t('verdict.pieces', { value: format.number(value) }));
    case 'points':
      return short(format.points(value));
    case 'minutes':
      return value < 60
        ? t('verdict.inMinutes', { minutes: value })
        : t('verdict.inHours', { hours: Math.floor(value / 60), minutes: value % 60 });
    case 'days':
      return left(format.count('days', value));
    case 'receipts':
      return left(format.count('receipts', value));
    case 'times':
      return left(format.number(value));
  }
}
