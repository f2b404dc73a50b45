import { Anchor, Table, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Entry, MemberDetail } from '#modules/members/admin-contract.ts';
import { PointsAmount } from '../../../kit/components/amounts.tsx';
import { EmptyState } from '../../../kit/components/empty-state.tsx';
import { LoadMore } from '../../../kit/components/load-more.tsx';
import { Ago } from '../../../kit/components/moments.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { usePartnerTitle } from '../../../kit/directory.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { entriesQuery } from './api.ts';

/** Every movement of the member's points, newest first, each with the receipt behind it. */
export function History({ member }: { readonly member: MemberDetail }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({ ...entriesQuery(member.memberId), refetchOnMount: 'always' });
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  if (list.isPending) return <RowsSkeleton rows={5} />;
  if (list.isError) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (entries.length === 0) {
    return <EmptyState icon={IconHistory} title={t('entry.none')} hint={t('entry.noneHint')} />;
  }
  return (
    <>
      <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table data-testid="entry-rows">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('entry.when')}</Table.Th>
              <Table.Th>{t('entry.what')}</Table.Th>
              <Table.Th data-number>{t('entry.points')}</Table.Th>
              <Table.Th data-number>{t('entry.balance')}</Table.Th>
              <Table.Th>{t('entry.partner')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map((entry) => (
              <EntryRow
                key={`${entry.currencyCode}-${entry.seq}`}
                entry={entry}
                account={member.accounts.find((each) => each.currencyCode === entry.currencyCode)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

type RowProps = {
  readonly entry: Entry;
  readonly account: MemberDetail['accounts'][number] | undefined;
};

function EntryRow({ entry, account }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const partnerTitle = usePartnerTitle();
  const divisibility = account?.divisibility ?? 0;
  return (
    <Table.Tr>
      <Table.Td className="figure">
        {format.moment(entry.postedAt)}
        <Text fz="xs" c="dimmed">
          <Ago at={entry.postedAt} />
        </Text>
      </Table.Td>
      <Table.Td>
        {t(`entry.kind.${entry.kind}`)}
        {account !== undefined && (
          <Text fz="xs" c="dimmed">
            {format.words(account.currencyTitle)}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-number fw={600}>
        <PointsAmount points={entry.amountPoints} divisibility={divisibility} sign />
      </Table.Td>
      <Table.Td data-number>
        <PointsAmount points={entry.balancePoints} divisibility={divisibility} />
      </Table.Td>
      <Table.Td fz="sm">{partnerTitle(entry.partnerCode)}</Table.Td>
      <Table.Td>
        <Anchor
          fz="sm"
          renderRoot={(props) => (
            <Link
              to="/receipts/$bucket/$receiptId"
              params={{ bucket: String(entry.bucket), receiptId: entry.receiptId }}
              {...props}
            />
          )}
        >
          {t('entry.receipt')}
        </Anchor>
      </Table.Td>
    </Table.Tr>
  );
}
