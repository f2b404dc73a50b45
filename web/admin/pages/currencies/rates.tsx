import { Badge, Group, Skeleton, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CurrencyDetail, CurrencyRate, RateList } from '#modules/ledger/admin-contract.ts';
import { api } from '../../../kit/api-client.ts';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { usePartnerTitle } from '../../../kit/directory.ts';
import { usePromotionTitle } from '../../../kit/promotions.ts';
import { useFormat } from '../../../kit/use-format.ts';
import classes from './currencies.module.css';

const COLORS = { 'in-force': 'pine', ahead: 'clay', over: 'gray' } as const;

const ratesQuery = (code: string) =>
  queryOptions({
    queryKey: ['currencies', code, 'rates'],
    queryFn: ({ signal }) => api<RateList>('GET', `/currencies/${code}/rates`, { signal }),
  });

/** Rates of a currency: in force, ahead, over. */
export function Rates({ currency }: { readonly currency: CurrencyDetail }) {
  const { t } = useTranslation();
  const query = useQuery(ratesQuery(currency.code));
  if (query.isPending)
    return <Skeleton height={28} role="status" aria-label={t('common.loading')} />;
  if (query.isError) {
    return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data.rates.length === 0) {
    return (
      <Text fz="sm" c="dimmed">
        {t('currencies.noRates')}
      </Text>
    );
  }
  return (
    <ul className={classes.rates} data-testid="rates">
      {query.data.rates.map((rate) => (
        <Rate key={rate.rateId} rate={rate} currency={currency} />
      ))}
    </ul>
  );
}

type Props = { readonly rate: CurrencyRate; readonly currency: CurrencyDetail };

function Rate({ rate, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const from = format.dayOf(rate.validFrom);
  return (
    <li className={classes.rate} data-state={rate.state}>
      <Group gap="xs">
        <Text span fw={600} fz="sm" className="figure">
          {t('currencies.worthOf', {
            points: format.pointsOf(rate.points, currency),
            money: format.money(rate.kopecks),
          })}
        </Text>
        <Badge variant="light" tt="none" fw={550} color={COLORS[rate.state]}>
          {t(`currencies.rateState.${rate.state}`)}
        </Badge>
      </Group>
      <span>
        {t(`currencies.${rate.direction}`)} · <Where rate={rate} />
      </span>
      <Text fz="xs" c="dimmed">
        {rate.validTo === null
          ? t('currencies.fromOn', { from })
          : t('currencies.fromTo', { from, to: format.lastDayBefore(rate.validTo) })}
        {' · '}
        {t('currencies.rounding')} {roundingOf(rate.rounding, t)}
      </Text>
    </li>
  );
}

function roundingOf(code: string, t: ReturnType<typeof useTranslation>['t']): string {
  switch (code) {
    case 'down':
    case 'up':
    case 'half-up':
    case 'half-even':
      return t(`currencies.roundings.${code}`);
    default:
      return code;
  }
}

function Where({ rate }: { readonly rate: CurrencyRate }) {
  const { t } = useTranslation();
  const partnerTitle = usePartnerTitle();
  const promotionTitle = usePromotionTitle();
  const { partnerCode, storeCode, promotionCode, segmentCode } = rate;
  const parts = [
    ...(partnerCode === null ? [] : [partnerTitle(partnerCode)]),
    ...(storeCode === null ? [] : [t('currencies.storeIs', { code: storeCode })]),
    ...(promotionCode === null
      ? []
      : [t('currencies.promotionIs', { title: promotionTitle(promotionCode) })]),
    ...(segmentCode === null ? [] : [t('currencies.segmentIs', { code: segmentCode })]),
  ];
  return parts.length === 0 ? t('currencies.anywhere') : parts.join(', ');
}
