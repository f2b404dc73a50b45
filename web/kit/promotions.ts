import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PromotionList } from '#modules/promotions/admin-contract.ts';
import { api } from './api-client.ts';
import { useRights } from './session.ts';
import { useFormat } from './use-format.ts';

/** All promotions: a programme has dozens of them, they travel whole. */
export const promotionsQuery = queryOptions({
  queryKey: ['promotions'],
  queryFn: ({ signal }) =>
    api<PromotionList>('GET', '/promotions', { query: { limit: 500 }, signal }),
});

/** Names a promotion by its code; a code that is not known (any more) stays itself. */
export function usePromotionTitle(): (code: string) => string {
  const { words } = useFormat();
  const can = useRights();
  const { data } = useQuery({ ...promotionsQuery, enabled: can('promotions.read') });
  return (code) => {
    const promotion = data?.promotions.find((each) => each.code === code);
    return promotion === undefined ? code : words(promotion.title);
  };
}
