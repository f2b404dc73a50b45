import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  PromotionList,
  PromotionRow,
  PromotionStateAnswer,
} from '#modules/promotions/admin-contract.ts';
import { api } from '../../../kit/api-client.ts';
import { promotionsQuery } from '../../../kit/promotions.ts';

type Switching = {
  readonly promotion: PromotionRow;
  readonly isOn: boolean;
  readonly reason: string;
};

/** Told also when the row has left the screen meanwhile, as a filter makes it do. */
type Listener = {
  readonly onSwitched: (switching: Switching) => void;
  readonly onRefused: (switching: Switching, error: unknown) => void;
};

/** Switches a promotion; the screen shows the new state at once and takes it back on refusal. */
export function useSwitchPromotion(listener: Listener) {
  const queryClient = useQueryClient();
  const { queryKey } = promotionsQuery;
  return useMutation({
    mutationFn: ({ promotion, isOn, reason }: Switching) =>
      api<PromotionStateAnswer>('PUT', `/promotions/${encodeURIComponent(promotion.code)}/state`, {
        body: reason === '' ? { isOn } : { isOn, reason },
      }),
    onMutate: async ({ promotion, isOn }) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (list) => list && withRow(list, promotion.code, { isOn }));
      return { before };
    },
    onError: (error, switching, context) => {
      queryClient.setQueryData(queryKey, context?.before);
      listener.onRefused(switching, error);
    },
    onSuccess: ({ promotion, ruleSetVersion }, switching) => {
      queryClient.setQueryData(
        queryKey,
        (list) => list && { ...withRow(list, promotion.code, promotion), ruleSetVersion },
      );
      listener.onSwitched(switching);
    },
  });
}

function withRow(list: PromotionList, code: string, part: Partial<PromotionRow>): PromotionList {
  return {
    ...list,
    promotions: list.promotions.map((row) => (row.code === code ? { ...row, ...part } : row)),
  };
}
