import { Button, Paper } from '@mantine/core';
import { IconCashRegister, IconFilterOff, IconReceipt } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../kit/components/empty-state.tsx';
import { Figures } from '../../../kit/components/figures.tsx';
import { LoadMore } from '../../../kit/components/load-more.tsx';
import { PageHeader } from '../../../kit/components/page-header.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { ReceiptRows } from '../../../kit/components/receipt-rows.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { type Totals, totalsOf } from '../../../kit/receipt-totals.ts';
import { useRights } from '../../../kit/session.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { type ReceiptFilter, receiptsQuery } from './api.ts';
import { FeedSwitch } from './feed-switch.tsx';
import { ReceiptFilters } from './filters.tsx';
import { periodRange, type ReceiptsSearch } from './search.ts';
import { useFeed } from './use-feed.ts';

const route = getRouteApi('/office/receipts');

function toFilter(search: ReceiptsSearch): ReceiptFilter {
  return {
    ...(search.store !== undefined && { storeCode: search.store }),
    ...(search.member !== undefined && { memberId: search.member }),
    ...(search.state !== undefined && { kind: search.state }),
    ...periodRange(search, new Date()),
  };
}

/** The live feed: receipts of all stores as they come in. */
export function ReceiptsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const filter = useMemo(() => toFilter(search), [search]);
  const [isOn, setOn] = useState(true);
  const feed = useFeed(filter, isOn);
  const list = useInfiniteQuery({
    ...receiptsQuery(filter),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.receipts) ?? [], [list.data]);
  const resume = (next: boolean) => {
    setOn(next);
    if (next) void list.refetch();
  };
  return (
    <>
      <PageHeader
        title={t('nav.receipts')}
        lead={t('receipts.lead')}
        badge={<FeedSwitch state={feed.state} isOn={isOn} onChange={resume} />}
      />
      <ReceiptFilters search={search} />
      <TotalsStrip totals={totalsOf(rows)} isLoading={list.isPending} />
      <Paper withBorder mt="md">
        {list.isError && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <RowsSkeleton />}
        {list.isSuccess && rows.length === 0 && (
          <Nothing isFiltered={Object.keys(search).length > 0} />
        )}
        {rows.length > 0 && <ReceiptRows rows={rows} fresh={feed.fresh} />}
        <LoadMore
          hasMore={list.hasNextPage}
          isLoading={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      </Paper>
    </>
  );
}

function TotalsStrip({
  totals,
  isLoading,
}: {
  readonly totals: Totals;
  readonly isLoading: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const hint = t('receipts.totalsHint');
  return (
    <Figures
      isLoading={isLoading}
      figures={[
        { label: t('receipts.totalReceipts'), value: format.number(totals.receipts), hint },
        { label: t('receipts.totalPaid'), value: format.money(totals.payable), hint },
        { label: t('receipts.totalDiscounts'), value: format.money(totals.discount), hint },
        {
          label: t('receipts.totalEarned'),
          value: format.points(totals.accrued, { sign: true }),
          hint,
          tone: totals.accrued > 0 ? 'gain' : 'plain',
        },
        { label: t('receipts.totalSpent'), value: format.points(-totals.redeemed), hint },
      ]}
    />
  );
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation();
  const can = useRights();
  if (isFiltered) {
    return (
      <EmptyState
        icon={IconFilterOff}
        title={t('receipts.noneFound')}
        hint={t('receipts.noneFoundHint')}
        action={
          <Button component={Link} to="/receipts" variant="light">
            {t('common.resetFilters')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={IconReceipt}
      title={t('receipts.noneYet')}
      hint={t('receipts.noneYetHint')}
      action={
        can('till.emulate') && (
          <Button component={Link} to="/till" leftSection={<IconCashRegister size={18} />}>
            {t('receipts.openTill')}
          </Button>
        )
      }
    />
  );
}
