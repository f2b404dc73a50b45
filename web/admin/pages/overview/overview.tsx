import { Anchor, Button, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import {
  type Icon,
  IconArrowRight,
  IconCashRegister,
  IconDiscount,
  IconReceipt,
  IconUsers,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../kit/components/empty-state.tsx';
import { Figures } from '../../../kit/components/figures.tsx';
import { PageHeader } from '../../../kit/components/page-header.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { ReceiptRows } from '../../../kit/components/receipt-rows.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { wallClock } from '../../../kit/format.ts';
import { totalsOf } from '../../../kit/receipt-totals.ts';
import { type ScreenRight, useRights } from '../../../kit/session.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { dayQuery, latestQuery } from './api.ts';
import classes from './overview.module.css';

/** The first page after logging in: today in figures, the latest receipts, where to go next. */
export function OverviewPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [today] = useState(() => wallClock(new Date().toISOString()).slice(0, 10));
  return (
    <>
      <PageHeader title={t('nav.overview')} lead={t('overview.lead', { day: format.day(today) })} />
      <TodayFigures today={today} />
      <QuickLinks />
      <LatestReceipts />
    </>
  );
}

function TodayFigures({ today }: { readonly today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = useQuery(dayQuery(new Date(`${today}T00:00:00`).toISOString()));
  if (day.isError) return <ProblemAlert error={day.error} onRetry={() => void day.refetch()} />;
  const totals = totalsOf(day.data?.receipts ?? []);
  const average = totals.receipts === 0 ? 0 : Math.round(totals.payable / totals.receipts);
  const atLeast = day.data?.isWhole === false ? '≥ ' : '';
  const hint = t(atLeast === '' ? 'overview.todayHint' : 'overview.atLeastHint');
  return (
    <Figures
      isLoading={day.isPending}
      figures={[
        { label: t('overview.receipts'), value: atLeast + format.number(totals.receipts), hint },
        { label: t('overview.turnover'), value: atLeast + format.money(totals.payable), hint },
        { label: t('overview.average'), value: format.money(average), hint },
        {
          label: t('receipts.totalDiscounts'),
          value: atLeast + format.money(totals.discount),
          hint,
        },
        {
          label: t('receipts.totalEarned'),
          value: atLeast + format.points(totals.accrued),
          hint,
          tone: totals.accrued > 0 ? 'gain' : 'plain',
        },
        { label: t('receipts.totalSpent'), value: atLeast + format.points(totals.redeemed), hint },
      ]}
    />
  );
}

type QuickLink = {
  readonly to: LinkProps['to'];
  readonly key: 'till' | 'receipts' | 'members' | 'promotions';
  readonly right: ScreenRight;
  readonly icon: Icon;
};

const LINKS: readonly QuickLink[] = [
  { to: '/till', key: 'till', right: 'till.emulate', icon: IconCashRegister },
  { to: '/receipts', key: 'receipts', right: 'receipts.read', icon: IconReceipt },
  { to: '/members', key: 'members', right: 'members.read', icon: IconUsers },
  { to: '/promotions', key: 'promotions', right: 'promotions.read', icon: IconDiscount },
];

function QuickLinks() {
  const { t } = useTranslation();
  const can = useRights();
  const links = LINKS.filter((link) => can(link.right));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: links.length || 1 }} my="md" spacing="md">
      {links.map(({ to, key, icon: Sign }) => (
        <Link key={key} to={to} className={classes.link}>
          <Sign size={26} stroke={1.5} aria-hidden className={classes.sign} />
          <span>
            <Text span fw={600} display="block">
              {t(`nav.${key}`)}
            </Text>
            <Text span fz="sm" c="dimmed" display="block" lh={1.35}>
              {t(`nav.${key}Hint`)}
            </Text>
          </span>
        </Link>
      ))}
    </SimpleGrid>
  );
}

function LatestReceipts() {
  const { t } = useTranslation();
  const can = useRights();
  const latest = useQuery({ ...latestQuery, refetchOnMount: 'always' });
  const rows = latest.data?.receipts ?? [];
  return (
    <Paper withBorder>
      <Group justify="space-between" px="md" py="sm">
        <Title order={2} fz="md">
          {t('overview.latest')}
        </Title>
        <Anchor component={Link} to="/receipts" fz="sm">
          <Group gap={4} component="span">
            {t('overview.allReceipts')}
            <IconArrowRight size={15} aria-hidden />
          </Group>
        </Anchor>
      </Group>
      {latest.isPending && <RowsSkeleton rows={5} />}
      {latest.isError && (
        <ProblemAlert error={latest.error} onRetry={() => void latest.refetch()} />
      )}
      {rows.length > 0 && <ReceiptRows rows={rows} />}
      {latest.isSuccess && rows.length === 0 && (
        <EmptyState
          icon={IconReceipt}
          title={t('receipts.noneYet')}
          hint={t('receipts.noneYetHint')}
          action={
            can('till.emulate') && (
              <Button component={Link} to="/till">
                {t('receipts.openTill')}
              </Button>
            )
          }
        />
      )}
    </Paper>
  );
}
