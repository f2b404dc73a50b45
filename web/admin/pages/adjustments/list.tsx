import { Button, Paper, Tabs } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../kit/components/empty-state.tsx';
import { LoadMore } from '../../../kit/components/load-more.tsx';
import { PageHeader } from '../../../kit/components/page-header.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { compact, wordParam } from '../../../kit/search-params.ts';
import { useRights } from '../../../kit/session.ts';
import { adjustmentsQuery } from './api.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { AdjustmentRows } from './rows.tsx';
import { ADJUSTMENT_TABS, type AdjustmentsSearch, type AdjustmentTab } from './search.ts';

const route = getRouteApi('/office/adjustments');

/** Changes of points by hand: those that wait, one's own, and what became of the others. */
export function AdjustmentsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { tab = 'waiting' } = search;
  const tabs = useTabs();
  const navigate = useNavigate();
  const change = (part: AdjustmentsSearch) =>
    void navigate({
      to: '/adjustments',
      search: compact({ ...search, ...part }),
      replace: true,
      resetScroll: false,
    });
  const open = (value: string | null) => {
    const chosen = wordParam(value, ADJUSTMENT_TABS);
    change({ tab: chosen === 'waiting' ? undefined : chosen, open: undefined });
  };
  return (
    <>
      <PageHeader title={t('nav.adjustments')} lead={t('adjustments.lead')} />
      <Paper withBorder>
        <Tabs value={tab} onChange={open} keepMounted={false}>
          <Tabs.List px="sm">
            {tabs.map((each) => (
              <Tabs.Tab key={each} value={each} py="md">
                {t(`adjustments.tab.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabs.map((each) => (
            <Tabs.Panel key={each} value={each}>
              <Adjustments tab={each} onReview={(path) => change({ open: path })} />
            </Tabs.Panel>
          ))}
        </Tabs>
      </Paper>
      <DecideDialog open={search.open} onClose={() => change({ open: undefined })} />
    </>
  );
}

/** Who proposes nothing has nothing of their own. */
function useTabs(): readonly AdjustmentTab[] {
  const can = useRights();
  return ADJUSTMENT_TABS.filter((tab) => tab !== 'mine' || can('points.adjust.propose'));
}

type Props = { readonly tab: AdjustmentTab; readonly onReview: (open: string) => void };

function Adjustments({ tab, onReview }: Props) {
  const list = useInfiniteQuery({
    ...adjustmentsQuery(tab),
    refetchOnMount: 'always',
    // The queue is shared: what a colleague has decided leaves it within the half minute.
    refetchInterval: tab === 'waiting' ? 30_000 : false,
  });
  const rows = list.data?.pages.flatMap((page) => page.adjustments) ?? [];
  if (list.isPending) return <RowsSkeleton rows={5} />;
  if (list.isError) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0) return <Nothing tab={tab} />;
  return (
    <>
      <AdjustmentRows rows={rows} onReview={onReview} />
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

const NOTHING = {
  waiting: ['noneWaiting', 'noneWaitingHint'],
  mine: ['noneMine', 'noneMineHint'],
  decided: ['noneDecided', 'noneDecidedHint'],
} as const;

function Nothing({ tab }: { readonly tab: AdjustmentTab }) {
  const { t } = useTranslation();
  const [title, hint] = NOTHING[tab];
  return (
    <EmptyState
      icon={IconChecks}
      title={t(`adjustments.${title}`)}
      hint={t(`adjustments.${hint}`)}
      action={
        tab === 'mine' && (
          <Button component={Link} to="/members" variant="light">
            {t('adjustments.toMembers')}
          </Button>
        )
      }
    />
  );
}
