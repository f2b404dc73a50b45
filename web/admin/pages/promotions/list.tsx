import { Badge, Button, Group, Paper, SegmentedControl, TextInput } from '@mantine/core';
import { IconDiscountOff, IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PromotionRow } from '#modules/promotions/admin-contract.ts';
import { EmptyState } from '../../../kit/components/empty-state.tsx';
import { PageHeader } from '../../../kit/components/page-header.tsx';
import { ProblemAlert } from '../../../kit/components/problem-alert.tsx';
import { RowsSkeleton } from '../../../kit/components/rows-skeleton.tsx';
import { searchable } from '../../../kit/format.ts';
import { promotionsQuery } from '../../../kit/promotions.ts';
import { wordParam } from '../../../kit/search-params.ts';
import { PromotionRows } from './rows.tsx';
import type { PromotionsSearch } from './search.ts';

const route = getRouteApi('/office/promotions');

/** Promotions in plain words, with a switch for each. */
export function PromotionsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const query = useQuery({ ...promotionsQuery, refetchOnMount: 'always' });
  const all = query.data?.promotions ?? [];
  const shown = all.filter((row) => passes(row, search));
  return (
    <>
      <PageHeader
        title={t('nav.promotions')}
        lead={t('promotions.lead')}
        badge={
          query.data && (
            <Badge variant="default" tt="none" fw={500} size="lg">
              {t('receipt.ruleSet', { version: query.data.ruleSetVersion })}
            </Badge>
          )
        }
      />
      <Filters search={search} all={all} />
      <Paper withBorder>
        {query.isPending && <RowsSkeleton />}
        {query.isError && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
        {query.isSuccess && shown.length === 0 && <Nothing isFiltered={all.length > 0} />}
        {shown.length > 0 && <PromotionRows rows={shown} />}
      </Paper>
    </>
  );
}

function passes(row: PromotionRow, search: PromotionsSearch): boolean {
  if (search.state !== undefined && row.isOn !== (search.state === 'on')) return false;
  const text = searchable(search.text ?? '');
  return [row.code, row.title.ru, row.title.en, row.sentence.ru, row.sentence.en].some((each) =>
    searchable(each).includes(text),
  );
}

type FiltersProps = { readonly search: PromotionsSearch; readonly all: readonly PromotionRow[] };

function Filters({ search, all }: FiltersProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const on = all.filter((row) => row.isOn).length;
  const change = (part: PromotionsSearch) =>
    void navigate({ to: '/promotions', search: { ...search, ...part }, replace: true });
  return (
    <Group gap="sm" mb="md">
      <TextInput
        aria-label={t('promotions.search')}
        placeholder={t('promotions.search')}
        leftSection={<IconSearch size={17} />}
        value={search.text ?? ''}
        onChange={(event) => change({ text: event.currentTarget.value || undefined })}
        w={360}
      />
      <SegmentedControl
        aria-label={t('promotions.state')}
        value={search.state ?? 'all'}
        onChange={(value) => change({ state: wordParam(value, ['on', 'off']) })}
        data={[
          { value: 'all', label: t('promotions.all', { count: all.length }) },
          { value: 'on', label: t('promotions.on', { count: on }) },
          { value: 'off', label: t('promotions.off', { count: all.length - on }) },
        ]}
      />
    </Group>
  );
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation();
  if (!isFiltered) {
    return (
      <EmptyState
        icon={IconDiscountOff}
        title={t('promotions.none')}
        hint={t('promotions.noneHint')}
      />
    );
  }
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t('promotions.noneFound')}
      hint={t('promotions.noneFoundHint')}
      action={
        <Button component={Link} to="/promotions" variant="light">
          {t('common.resetFilters')}
        </Button>
      }
    />
  );
}
