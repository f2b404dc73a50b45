import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  Adjustment,
  AdjustmentDetail,
  AdjustmentList,
  AdjustmentListQuery,
} from '#modules/ledger/admin-contract.ts';
import { adjustmentPath, useForgetAdjustments } from '../../../kit/adjustments.ts';
import { api } from '../../../kit/api-client.ts';
import type { AdjustmentTab } from './search.ts';

const PAGE = 50;

const CHOICES: Readonly<Record<AdjustmentTab, AdjustmentListQuery>> = {
  // Whoever has waited longest is served first.
  waiting: { state: 'proposed', order: 'oldest' },
  mine: { maker: 'me' },
  decided: { state: 'decided' },
};

export const adjustmentsQuery = (tab: AdjustmentTab) =>
  infiniteQueryOptions({
    queryKey: ['adjustments', 'list', tab],
    queryFn: ({ pageParam, signal }) =>
      api<AdjustmentList>('GET', '/adjustments', {
        query: { ...CHOICES[tab], cursor: pageParam, limit: PAGE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** One adjustment with what its approval would do. */
export const adjustmentQuery = (path: string) =>
  queryOptions({
    queryKey: ['adjustments', 'one', path],
    queryFn: ({ signal }) => api<AdjustmentDetail>('GET', path, { signal }),
  });

type Decision = {
  readonly adjustment: Adjustment;
  readonly verb: 'approve' | 'reject';
  readonly comment: string;
};

/** Approves or rejects; after a refusal the adjustment is read again, for it may have been decided. */
export function useDecide(onDone: (decided: Adjustment) => void) {
  const forget = useForgetAdjustments();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ adjustment, verb, comment }: Decision) =>
      api<Adjustment>('POST', `${adjustmentPath(adjustment)}/${verb}`, {
        body: comment === '' ? {} : { comment },
      }),
    onSuccess: onDone,
    onError: (_error, { adjustment }) =>
      queryClient.invalidateQueries({
        queryKey: adjustmentQuery(adjustmentPath(adjustment)).queryKey,
      }),
    onSettled: (_done, _error, { adjustment }) => forget(adjustment.memberId),
  });
}
