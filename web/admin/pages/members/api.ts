import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  AccountList,
  EntryKind,
  EntryList,
  LotFilter,
  LotList,
  LotTimeline,
} from '#modules/ledger/admin-contract.ts';
import type { MemberDetail, MemberList } from '#modules/members/admin-contract.ts';
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
    queryKey: ['member', memberId, 'profile'],
    queryFn: ({ signal }) => api<MemberDetail>('GET', `/members/${memberId}`, { signal }),
  });

/** The member's accounts; days and weeks are those of the viewer. */
export const accountsQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['member', memberId, 'accounts'],
    queryFn: ({ signal }) => {
      const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
      return api<AccountList>('GET', `/members/${memberId}/accounts`, { query: { zone }, signal });
    },
  });

type LotChoice = { readonly currencyCode?: string | undefined; readonly show: LotFilter };

export const lotsQuery = (memberId: string, choice: LotChoice) =>
  infiniteQueryOptions({
    queryKey: ['member', memberId, 'lots', choice],
    queryFn: ({ pageParam, signal }) =>
      api<LotList>('GET', `/members/${memberId}/lots`, {
        query: { ...choice, cursor: pageParam, limit: PAGE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const lotQuery = (memberId: string, lotId: string) =>
  queryOptions({
    queryKey: ['member', memberId, 'lot', lotId],
    queryFn: ({ signal }) =>
      api<LotTimeline>('GET', `/members/${memberId}/lots/${lotId}`, { signal }),
  });

type EntryChoice = {
  readonly currencyCode?: string | undefined;
  readonly kind?: EntryKind | undefined;
};

export const entriesQuery = (memberId: string, choice: EntryChoice) =>
  infiniteQueryOptions({
    queryKey: ['member', memberId, 'entries', choice],
    queryFn: ({ pageParam, signal }) =>
      api<EntryList>('GET', `/members/${memberId}/entries`, {
        query: { ...choice, cursor: pageParam, limit: PAGE },
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
