import { Badge, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CurrencyDetail } from '#modules/ledger/admin-contract.ts';
import { EmptyState } from '../../../kit/components/empty-state.tsx';
import { PageHeader } from '../../../kit/components/page-header.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { currenciesQuery } from '../../../kit/currencies.ts';
import { usePartnerTitle } from '../../../kit/directory.ts';
import { useFormat } from '../../../kit/use-format.ts';
import classes from './currencies.module.css';
import { Rates } from './rates.tsx';
import { useTerms } from './use-terms.ts';

/** Every kind of points: whose it is, what it is worth, what it promises, in words. */
export function CurrenciesPage() {
  const { t } = useTranslation();
  const query = useQuery({ ...currenciesQuery, refetchOnMount: 'always' });
  const currencies = query.data?.currencies ?? [];
  return (
    <>
      <PageHeader title={t('nav.currencies')} lead={t('currencies.lead')} />
      {query.isPending && (
        <Paper withBorder>
          <RowsSkeleton />
        </Paper>
      )}
      {query.isError && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && currencies.length === 0 && (
        <Paper withBorder>
          <EmptyState
            icon={IconCoins}
            title={t('currencies.none')}
            hint={t('currencies.noneHint')}
          />
        </Paper>
      )}
      <Stack gap="md">
        {currencies.map((currency) => (
          <CurrencyCard key={currency.code} currency={currency} />
        ))}
      </Stack>
    </>
  );
}

function CurrencyCard({ currency }: { readonly currency: CurrencyDetail }) {
  const { t } = useTranslation();
  const { words } = useFormat();
  return (
    <Paper
      withBorder
      p="lg"
      component="section"
      aria-label={words(currency.title)}
      data-currency={currency.code}
    >
      <Group gap="xs" mb="sm">
        <Title order={2} fz={19}>
          {words(currency.title)}
        </Title>
        {currency.isMain && <Badge tt="none">{t('currencies.main')}</Badge>}
        {currency.purpose === 'qualifying' && (
          <Badge tt="none" variant="light" color="clay">
            {t('currencies.qualifying')}
          </Badge>
        )}
        {!currency.isVisible && (
          <Badge tt="none" variant="default">
            {t('currencies.hidden')}
          </Badge>
        )}
        {currency.isArchived && (
          <Badge tt="none" variant="default">
            {t('currencies.archived')}
          </Badge>
        )}
      </Group>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing={40}>
        <Terms currency={currency} />
        <div>
          <Facts currency={currency} />
          <Title order={3} fz="sm" mt="lg" mb="xs">
            {t('currencies.rates')}
          </Title>
          <Rates currency={currency} />
        </div>
      </SimpleGrid>
    </Paper>
  );
}

function Facts({ currency }: { readonly currency: CurrencyDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const partnerTitle = usePartnerTitle();
  const { worth, partnerCode } = currency;
  // A whole point says more than its smallest unit, as long as it is worth whole kopecks.
  const whole = 10 ** currency.divisibility;
  const kopecks = (worth.kopecks * whole) / worth.points;
  const shown = Number.isInteger(kopecks)
    ? { points: format.pointsOf(1, { ...currency, divisibility: 0 }), kopecks }
    : { points: format.pointsOf(worth.points, currency), kopecks: worth.kopecks };
  return (
    <dl className={classes.facts}>
      <dt>{t('currencies.owner')}</dt>
      <dd>{partnerCode === null ? t('account.operator') : partnerTitle(partnerCode)}</dd>
      <dt>{t('currencies.worth')}</dt>
      <dd>
        {worth.kopecks === 0
          ? t('currencies.worthless')
          : t('currencies.worthOf', {
              points: shown.points,
              money: format.money(shown.kopecks),
            })}
      </dd>
      <dt>{t('currencies.divisibility')}</dt>
      <dd>{currency.divisibility}</dd>
      <dt>{t('currencies.code')}</dt>
      <dd>
        <Text span ff="monospace" fz="sm">
          {currency.code}
        </Text>
      </dd>
    </dl>
  );
}

function Terms({ currency }: { readonly currency: CurrencyDetail }) {
  const { t } = useTranslation();
  const terms = useTerms(currency);
  return (
    <dl className={classes.facts} aria-label={t('currencies.terms')} data-testid="terms">
      {terms.map(({ key, label, value }) => (
        <div key={key} className={classes.row}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
