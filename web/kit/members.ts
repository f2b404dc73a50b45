import { infiniteQueryOptions } from '@tanstack/react-query';
import type { MemberList } from '#modules/members/admin-contract.ts';
import { api } from './api-client.ts';

const PAGE = 50;

/** All members, page by page; the list of members and the till's quick pick read the same pages. */
export const allMembersQuery = infiniteQueryOptions({
  queryKey: ['members'],
  queryFn: ({ pageParam, signal }) =>
    api<MemberList>('GET', '/members', { query: { cursor: pageParam, limit: PAGE }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});
