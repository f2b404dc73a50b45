import { Anchor, Button, Group, SegmentedControl, Table, Text } from '@mantine/core';
import { IconCoins, IconFilterOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LOT_FILTERS, type Lot } from '#modules/ledger/admin-contract.ts';
import { EmptyState } from '../../../kit/components/empty-state.tsx';
import { LoadMore } from '../../../kit/components/load-more.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { useCurrency } from '../../../kit/currencies.ts';
import { usePartnerTitle } from '../../../kit/directory.ts';
import { wordParam } from '../../../kit/search-params.ts';
import { useFormat } from '../../../kit/use-format.ts';
import { lotsQuery } from './api.ts';
import { CurrencyFilter } from './currency-filter.tsx';
import { LotChips } from './lot-chips.tsx';
import { useLotBasis } from './use-lot-basis.ts';
import { useMemberSearch } from './use-member-search.ts';

/** The member's lots: what is left, what state it is in, where it came from, when it burns. */
export function Lots({ memberId }: { readonly memberId: string }) {
  const { search, change } = useMemberSearch();
  const { show = 'open', currency } = search;
  const list = useInfiniteQuery({
    ...lotsQuery(memberId, { show, currencyCode: currency }),
    refetchOnMount: 'always',
  });
  const lots = list.data?.pages.flatMap((page) => page.lots) ?? [];
  return (
    <>
      <Filters memberId={memberId} />
      {list.isPending && <RowsSkeleton rows={5} />}
      {list.isError && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && lots.length === 0 && (
        <Nothing isFiltered={show !== 'open' || currency !== undefined} />
      )}
      {lots.length > 0 && <LotRows lots={lots} onOpen={(lot) => change({ lot: lot.lotId })} />}
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
    <Group p="md" pb={4} gap="sm" align="flex-end">
      <SegmentedControl
        aria-label={t('lot.show')}
        size="xs"
        value={search.show ?? 'open'}
        onChange={(value) => {
          const show = wordParam(value, LOT_FILTERS);
          change({ show: show === 'open' ? undefined : show });
        }}
        data={LOT_FILTERS.map((value) => ({ value, label: t(`lot.filter.${value}`) }))}
        style={{ flexWrap: 'wrap' }}
      />
      <CurrencyFilter memberId={memberId} />
    </Group>
  );
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation();
  const { change } = useMemberSearch();
  return isFiltered ? (
    <EmptyState icon={IconFilterOff} title={t('lot.noneOfKind')} hint={t('lot.noneOfKindHint')} />
  ) : (
    <EmptyState
      icon={IconCoins}
      title={t('lot.none')}
      hint={t('lot.noneHint')}
      action={
        <Button variant="light" onClick={() => change({ show: 'closed' })}>
          {t('lot.showClosed')}
        </Button>
      }
    />
  );
}

type RowsProps = { readonly lots: readonly Lot[]; readonly onOpen: (lot: Lot) => void };

function LotRows({ lots, onOpen }: RowsProps) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={860} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table highlightOnHover data-testid="lot-rows">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lot.rest')}</Table.Th>
            <Table.Th>{t('lot.stateOf')}</Table.Th>
            <Table.Th>{t('lot.origin')}</Table.Th>
            <Table.Th>{t('lot.came')}</Table.Th>
            <Table.Th>{t('lot.wakes')}</Table.Th>
            <Table.Th>{t('lot.burns')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lots.map((lot) => (
            <Row key={lot.lotId} lot={lot} onOpen={() => onOpen(lot)} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ lot, onOpen }: { readonly lot: Lot; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useCurrency()(lot.currencyCode);
  const partnerTitle = usePartnerTitle();
  const basis = useLotBasis();
  const left = format.pointsOf(lot.remainingPoints, currency);
  return (
    <Table.Tr data-lot={lot.lotId} data-state={lot.state}>
      <Table.Td>
        <Anchor
          component="button"
          type="button"
          fz="sm"
          fw={650}
          className="figure"
          onClick={onOpen}
          aria-label={t('lot.open', { points: left })}
        >
          {left}
        </Anchor>
        {lot.remainingPoints !== lot.amountPoints && (
          <Text fz="xs" c="dimmed" className="figure">
            {t('lot.restOf', { points: format.pointsOf(lot.amountPoints, currency) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <LotChips lot={lot} currency={currency} />
      </Table.Td>
      <Table.Td maw={280}>
        <Text fz="sm" lh={1.35}>
          {basis(lot.promotionCode)}
        </Text>
        <Text fz="xs" c="dimmed">
          {lot.partnerCode === '' ? t('account.operator') : partnerTitle(lot.partnerCode)}
        </Text>
      </Table.Td>
      <Table.Td className="figure">{format.dayOf(lot.earnedAt)}</Table.Td>
      <Table.Td className="figure">
        <Wakes lot={lot} />
      </Table.Td>
      <Table.Td className="figure">
        {lot.expiresAt === null ? t('lot.forever') : format.lastDayBefore(lot.expiresAt)}
        {lot.isSliding && lot.expiresAt !== null && lot.awaits === null && (
          <Text fz="xs" c="dimmed">
            {t('lot.sliding')}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Wakes({ lot }: { readonly lot: Lot }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (lot.awaits !== null) {
    return t('lot.afterConfirmation', { what: format.code('confirmation', lot.awaits) });
  }
  if (Date.parse(lot.activeFrom) > Date.parse(lot.earnedAt)) {
    return t('lot.since', { day: format.dayOf(lot.activeFrom) });
  }
  return (
    <Text span inherit c="dimmed">
      {t('terms.at-once')}
    </Text>
  );
}
