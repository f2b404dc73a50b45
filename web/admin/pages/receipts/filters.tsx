import { Button, Group, Pill, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../kit/components/day-input.tsx';
import { useStoreChoices } from '../../../kit/directory.ts';
import { wordParam } from '../../../kit/search-params.ts';
import { PERIODS, type ReceiptsSearch } from './search.ts';

const STATES = ['sale', 'returned', 'cancelled', 'void'] as const;

/** The filters of the feed; all of them live in the address. */
export function ReceiptFilters({ search }: { readonly search: ReceiptsSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const stores = useStoreChoices();
  const change = (part: ReceiptsSearch) =>
    void navigate({ to: '/receipts', search: { ...search, ...part }, replace: true });
  return (
    <Group gap="sm" mb="md" align="flex-end">
      <Select
        label={t('receipts.store')}
        placeholder={t('receipts.allStores')}
        data={stores}
        value={search.store ?? null}
        onChange={(store) => change({ store: store ?? undefined })}
        searchable
        clearable
        w={300}
        maxDropdownHeight={360}
        nothingFoundMessage={t('search.nothing')}
        clearButtonProps={{ 'aria-label': t('common.clear') }}
      />
      <Select
        label={t('receipts.period')}
        data={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
        value={search.period ?? 'all'}
        onChange={(value) => {
          const period = wordParam(value, PERIODS);
          change({ period: period === 'all' ? undefined : period });
        }}
        allowDeselect={false}
        w={170}
      />
      {search.period === 'days' && <Days search={search} onChange={change} />}
      <Select
        label={t('receipts.state')}
        placeholder={t('receipts.anyState')}
        data={STATES.map((value) => ({ value, label: t(`receiptState.${value}`) }))}
        value={search.state ?? null}
        onChange={(value) => change({ state: wordParam(value, STATES) })}
        clearable
        w={170}
        clearButtonProps={{ 'aria-label': t('common.clear') }}
      />
      <MemberPill search={search} onChange={change} />
      {Object.keys(search).length > 0 && (
        <Button
          variant="subtle"
          leftSection={<IconX size={15} />}
          onClick={() => void navigate({ to: '/receipts', search: {} })}
        >
          {t('common.resetFilters')}
        </Button>
      )}
    </Group>
  );
}

type PartProps = {
  readonly search: ReceiptsSearch;
  readonly onChange: (part: ReceiptsSearch) => void;
};

function Days({ search, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <DayInput
        label={t('receipts.from')}
        value={search.from ?? ''}
        onChange={(day) => onChange({ from: day || undefined })}
      />
      <DayInput
        label={t('receipts.to')}
        value={search.to ?? ''}
        onChange={(day) => onChange({ to: day || undefined })}
      />
    </>
  );
}

function MemberPill({ search, onChange }: PartProps) {
  const { t } = useTranslation();
  if (search.member === undefined) return null;
  return (
    <Pill
      size="lg"
      mb={4}
      withRemoveButton
      onRemove={() => onChange({ member: undefined })}
      removeButtonProps={{ 'aria-label': t('common.clear'), tabIndex: 0 }}
    >
      {t('receipts.ofMember', { id: search.member })}
    </Pill>
  );
}
