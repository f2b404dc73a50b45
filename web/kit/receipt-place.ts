import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReceiptDetail } from '#modules/receipts/admin-contract.ts';
import { api } from './api-client.ts';
import { useRights } from './session.ts';
import { useFormat } from './use-format.ts';

/** One receipt with everything that is known about it. */
export const receiptQuery = (bucket: string, receiptId: string) =>
  queryOptions({
    queryKey: ['receipt', bucket, receiptId],
    queryFn: ({ signal }) =>
      api<ReceiptDetail>('GET', `/receipts/${bucket}/${receiptId}`, { signal }),
  });

/** Where and when a receipt was rung up, `Магазин, 22.11.2026 23:30`; undefined until it is read. */
export function useReceiptPlace(bucket: number, receiptId: string | null): string | undefined {
  const can = useRights();
  const { words, local } = useFormat();
  const { data } = useQuery({
    ...receiptQuery(String(bucket), receiptId ?? ''),
    enabled: receiptId !== null && can('receipts.read'),
    // Where it was rung up does not change, whatever comes back of it.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data === undefined ? undefined : `${words(data.storeTitle)}, ${local(data.localTime)}`;
}
