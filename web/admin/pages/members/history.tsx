import { Group, Select, Table, Text } from '@mantine/core';
import { IconFilterOff, IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ENTRY_KINDS, type Entry } from '#modules/ledger/admin-contract.ts';
import { PointsOf } from '../../../kit/components/amounts.tsx';
import { EmptyState } from '../../../kit/components/empty-state.tsx';
import { LoadMore } from '../../../kit/components/load-more.tsx';
import { Ago } from '../../../kit/components/moments.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { useCurrency } from '../../../kit/currencies.ts';
import { usePartnerTitle } from '../../../kit/directory.ts';
import { wordParam } from '../../../kit/search-params.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { entriesQuery } from './api.ts';
import { CurrencyFilter } from './currency-filter.tsx';
import { EntryBasis } from './entry-basis.tsx';
import { EntryLots } from './entry-lots.tsx';
import { useMemberSearch } from './use-member-search.ts';

/** Every movement of the member's points, newest first, each with what it was made for. */
export function History({ memberId }: { readonly memberId: string }) {
  const { search } = useMemberSearch();
  const { currency, kind } = search;
  const list = useInfiniteQuery({
    ...entriesQuery(memberId, { currencyCode: currency, kind }),
    refetchOnMount: 'always',
  });
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      <Filters memberId={memberId} />
      {list.isPending && <RowsSkeleton rows={5} />}
      {list.isError && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && entries.length === 0 && (
        <Nothing isFiltered={currency !== undefined || kind !== undefined} />
      )}
      {entries.length > 0 && <EntryRows entries={entries} />}
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

function Filters({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const { search, change } = useMemberSearch();
  return (
    <Group p="md" pb={4} gap="sm">
      <Select
        aria-label={t('entry.what')}
        placeholder={t('entry.anyKind')}
        size="xs"
        w={230}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        nothingFoundMessage={t('search.nothing')}
        value={search.kind ?? null}
        onChange={(value) => change({ kind: wordParam(value, ENTRY_KINDS) })}
        data={ENTRY_KINDS.map((kind) => ({ value: kind, label: t(`entry.kind.${kind}`) }))}
      />
      <CurrencyFilter memberId={memberId} />
    </Group>
  );
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation();
  return isFiltered ? (
    <EmptyState icon={IconFilterOff} title={t('entry.noneFound')} hint={t('entry.noneFoundHint')} />
  ) : (
    <EmptyState icon={IconHistory} title={t('entry.none')} hint={t('entry.noneHint')} />
  );
}

function EntryRows({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={860} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table data-testid="entry-rows">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('entry.when')}</Table.Th>
            <Table.Th>{t('entry.what')}</Table.Th>
            <Table.Th>{t('entry.why')}</Table.Th>
            <Table.Th>{t('entry.partner')}</Table.Th>
            <Table.Th data-number>{t('entry.points')}</Table.Th>
            <Table.Th data-number>{t('entry.balance')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <EntryRow key={`${entry.currencyCode}-${entry.seq}`} entry={entry} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function EntryRow({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const partnerTitle = usePartnerTitle();
  const currency = useCurrency()(entry.currencyCode);
  const of = (points: number) => format.pointsOf(points, currency);
  return (
    <Table.Tr data-entry={entry.kind}>
      <Table.Td className="figure">
        {format.moment(entry.postedAt)}
        {format.relative(entry.postedAt) !== format.dayOf(entry.postedAt) && (
          <Text fz="xs" c="dimmed">
            <Ago at={entry.postedAt} />
          </Text>
        )}
      </Table.Td>
      <Table.Td fz="sm">
        {t(`entry.kind.${entry.kind}`)}
        <Text fz="xs" c="dimmed">
          {format.words(currency.title)}
        </Text>
      </Table.Td>
      <Table.Td fz="sm" maw={300}>
        <EntryBasis entry={{ ...entry, partnerCode: '' }} currency={currency} />
        <EntryLots entry={entry} currency={currency} />
      </Table.Td>
      <Table.Td fz="sm">
        {entry.partnerCode === '' ? t('account.operator') : partnerTitle(entry.partnerCode)}
      </Table.Td>
      <Table.Td data-number fw={600}>
        {entry.amountPoints === 0 ? (
          <Text span inherit fw={400} c="dimmed">
            {entry.heldPoints === 0 && t('entry.stateOnly')}
          </Text>
        ) : (
          <PointsOf points={entry.amountPoints} currency={currency} sign />
        )}
        {entry.heldPoints !== 0 && (
          <Text fz="xs" c="dimmed" fw={400}>
            {entry.heldPoints > 0
              ? t('entry.heldUp', { points: of(entry.heldPoints) })
              : t('entry.heldDown', { points: of(-entry.heldPoints) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-number>
        <PointsOf points={entry.balancePoints} currency={currency} />
        {entry.debtPoints > 0 && entry.balancePoints > -entry.debtPoints && (
          <Text fz="xs" c="var(--kopilka-loss)">
            {t('entry.debtAfter', { points: of(entry.debtPoints) })}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
