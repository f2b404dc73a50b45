import { queryOptions } from '@tanstack/react-query';
import type { ReceiptList, ReceiptRow } from '#modules/receipts/admin-contract.ts';
import { api } from '../../../kit/api-client.ts';

const PAGE = 200;
/** Today's figures are summed from at most this many pages; beyond them they are told as «at least». */
const PAGES_MAX = 10;

type Day = { readonly receipts: readonly ReceiptRow[]; readonly isWhole: boolean };

/** The receipts recorded since `from` (RFC 3339). */
export const dayQuery = (from: string) =>
  queryOptions({
    queryKey: ['day', from],
    queryFn: ({ signal }) => readDay(from, signal),
    refetchInterval: 30_000,
  });

async function readDay(from: string, signal: AbortSignal): Promise<Day> {
  const receipts: ReceiptRow[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer: ReceiptList = await api('GET', '/receipts', {
      query: { from, cursor, limit: PAGE },
      signal,
    });
    receipts.push(...answer.receipts);
    if (answer.nextCursor === null) return { receipts, isWhole: true };
    cursor = answer.nextCursor;
  }
  return { receipts, isWhole: false };
}

/** The last receipts, whenever they came. */
export const latestQuery = queryOptions({
  queryKey: ['latest'],
  queryFn: ({ signal }) => api<ReceiptList>('GET', '/receipts', { query: { limit: 8 }, signal }),
  refetchInterval: 10_000,
});
