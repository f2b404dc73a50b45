import { IconReceipt } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../kit/components/empty-state.tsx';
import { LoadMore } from '../../../kit/components/load-more.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { ReceiptRows } from '../../../kit/components/receipt-rows.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { memberReceiptsQuery } from './api.ts';

/** The member's purchases, newest first. */
export function MemberReceipts({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({ ...memberReceiptsQuery(memberId), refetchOnMount: 'always' });
  const rows = list.data?.pages.flatMap((page) => page.receipts) ?? [];
  if (list.isPending) return <RowsSkeleton rows={5} />;
  if (list.isError) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={IconReceipt}
        title={t('member.noReceipts')}
        hint={t('member.noReceiptsHint')}
      />
    );
  }
  return (
    <>
      <ReceiptRows rows={rows} withMember={false} />
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}
