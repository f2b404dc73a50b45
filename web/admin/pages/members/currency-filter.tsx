import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../kit/use-format.ts';
import { accountsQuery } from './api.ts';
import { useMemberSearch } from './use-member-search.ts';

/** Narrows lots and history to one of the member's currencies; absent where there is one only. */
export function CurrencyFilter({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change } = useMemberSearch();
  const { data } = useQuery(accountsQuery(memberId));
  const accounts = data?.accounts ?? [];
  if (accounts.length < 2 && search.currency === undefined) return null;
  return (
    <Select
      aria-label={t('lot.currency')}
      placeholder={t('lot.allCurrencies')}
      size="xs"
      w={210}
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      value={search.currency ?? null}
      onChange={(value) => change({ currency: value ?? undefined })}
      data={accounts.map(({ currency }) => ({
        value: currency.code,
        label: format.words(currency.title),
      }))}
    />
  );
}
