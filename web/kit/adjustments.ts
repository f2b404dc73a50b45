import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Adjustment, AdjustmentRules } from '#modules/ledger/admin-contract.ts';
import { api } from './api-client.ts';

/** Reasons, and what the person at the screen may propose and decide on. */
export const adjustmentRulesQuery = queryOptions({
  queryKey: ['adjustments', 'rules'],
  queryFn: ({ signal }) => api<AdjustmentRules>('GET', '/adjustments/rules', { signal }),
});

/** The address of one adjustment in the API. */
export const adjustmentPath = ({
  memberId,
  adjustmentId,
}: Pick<Adjustment, 'memberId' | 'adjustmentId'>) => `/adjustments/${memberId}/${adjustmentId}`;

/** Everything that an adjustment changes on the screens is read again. */
export function useForgetAdjustments(): (memberId: string) => Promise<unknown> {
  const queryClient = useQueryClient();
  return (memberId) =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ['adjustments'] }),
      queryClient.invalidateQueries({ queryKey: ['member', memberId] }),
    ]);
}

/** Takes one's own proposal back. */
export function useWithdraw(listener: { readonly onDone: () => void }) {
  const forget = useForgetAdjustments();
  return useMutation({
    mutationFn: (adjustment: Adjustment) =>
      api<Adjustment>('POST', `${adjustmentPath(adjustment)}/withdraw`, { body: {} }),
    onSuccess: listener.onDone,
    onSettled: (_done, _error, { memberId }) => forget(memberId),
  });
}
