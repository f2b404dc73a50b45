import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Currency, CurrencyDetail, CurrencyList } from '#modules/ledger/admin-contract.ts';
import { api } from './api-client.ts';
import { useRights } from './session.ts';

/** All currencies with their terms; change rarely. */
export const currenciesQuery = queryOptions({
  queryKey: ['currencies'],
  queryFn: ({ signal }) => api<CurrencyList>('GET', '/currencies', { signal }),
  staleTime: 10 * 60_000,
});

const NONE: readonly CurrencyDetail[] = [];

/** Currencies as far as they have been read. */
export function useCurrencies(): readonly CurrencyDetail[] {
  const can = useRights();
  const { data } = useQuery({ ...currenciesQuery, enabled: can('currencies.read') });
  return data?.currencies ?? NONE;
}

/** Finds a currency by its code; one that is not known (yet) is called by its code. */
export function useCurrency(): (code: string) => Currency {
  const currencies = useCurrencies();
  return (code) =>
    currencies.find((each) => each.code === code) ?? {
      code,
      title: { ru: code, en: code },
      plural: { ru: [], en: [] },
      divisibility: 0,
      partnerCode: null,
      purpose: 'spendable',
    };
}
