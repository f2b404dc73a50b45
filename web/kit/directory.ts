import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DirectoryAnswer, DirectoryStore } from '#modules/partners/admin-contract.ts';
import { api } from './api-client.ts';
import { useFormat } from './use-format.ts';

/** Stores, terminals and goods of the whole coalition; changes rarely. */
export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  queryFn: ({ signal }) => api<DirectoryAnswer>('GET', '/directory', { signal }),
  staleTime: 10 * 60_000,
});

/** Stores as the choices of a select, grouped by partner, with city and zone. */
export function useStoreChoices() {
  const { data: directory } = useQuery(directoryQuery);
  const format = useFormat();
  return useMemo(() => {
    if (directory === undefined) return [];
    return directory.partners
      .map((partner) => ({
        group: format.words(partner.title),
        items: directory.stores
          .filter((store) => store.partnerCode === partner.code)
          .map((store) => ({
            value: store.code,
            label: `${storeName(store, format.words)} · ${format.zone(store.zone)}`,
          })),
      }))
      .filter((partner) => partner.items.length > 0);
  }, [directory, format]);
}

type Words = (text: DirectoryStore['title']) => string;

/** The store's title with its city, unless the title already says it. */
export function storeName(store: DirectoryStore, words: Words): string {
  const title = words(store.title);
  const city = words(store.city);
  return title.includes(city) ? title : `${title}, ${city}`;
}

/** Names a partner by its code. */
export function usePartnerTitle(): (code: string) => string {
  const { data: directory } = useQuery(directoryQuery);
  const { words } = useFormat();
  return (code) => {
    const partner = directory?.partners.find((each) => each.code === code);
    return partner === undefined ? code : words(partner.title);
  };
}
