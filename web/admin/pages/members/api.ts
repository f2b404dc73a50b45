import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { EntryList, MemberDetail, MemberList } from '#modules/members/admin-contract.ts';
import type { ReceiptList } from '#modules/receipts/admin-contract.ts';
import { api } from '../../../kit/api-client.ts';

const PAGE = 50;

/** Whether the text is worth a question: a whole phone, card number or golden id, not a part of one. */
export function isWholeIdentifier(text: string): boolean {
  return /^mbr_[0-9a-z]{1,16}$/.test(text.trim()) || text.replaceAll(/\D/g, '').length >= 8;
}

/** Members whose phone, card or golden id is exactly this. */
export const foundMembersQuery = (query: string) =>
  queryOptions({
    queryKey: ['members', 'found', query],
    queryFn: ({ signal }) => api<MemberList>('GET', '/members', { query: { query }, signal }),
  });

export const memberQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['member', memberId],
    queryFn: ({ signal }) => api<MemberDetail>('GET', `/members/${memberId}`, { signal }),
  });

export const entriesQuery = (memberId: string) =>
  infiniteQueryOptions({
    queryKey: ['member', memberId, 'entries'],
    queryFn: ({ pageParam, signal }) =>
      api<EntryList>('GET', `/members/${memberId}/entries`, {
        query: { cursor: pageParam, limit: PAGE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const memberReceiptsQuery = (memberId: string) =>
  infiniteQueryOptions({
    queryKey: ['member', memberId, 'receipts'],
    queryFn: ({ pageParam, signal }) =>
      api<ReceiptList>('GET', '/receipts', {
        query: { memberId, cursor: pageParam, limit: PAGE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
