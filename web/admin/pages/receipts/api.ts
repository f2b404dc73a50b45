import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ReceiptList, ReceiptListQuery } from '#modules/receipts/admin-contract.ts';
import { api } from '../../../kit/api-client.ts';

export type ReceiptFilter = Omit<ReceiptListQuery, 'cursor' | 'limit'>;

const PAGE = 50;

/** Receipts that pass the filter, newest first, page by page. */
export const receiptsQuery = (filter: ReceiptFilter) =>
  infiniteQueryOptions({
    queryKey: ['receipts', filter],
    queryFn: ({ pageParam, signal }) =>
      api<ReceiptList>('GET', '/receipts', {
        query: { ...filter, cursor: pageParam, limit: PAGE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
