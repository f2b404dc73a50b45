import { compact, textParam, wordParam } from '../../../kit/search-params.ts';

export const MEMBER_TABS = ['lots', 'history', 'receipts'] as const;
export type MemberTab = (typeof MEMBER_TABS)[number];

export type MembersSearch = { query?: string | undefined };
export type MemberSearch = { tab?: MemberTab | undefined };

export function readMembersSearch(search: Record<string, unknown>): MembersSearch {
  return compact({ query: textParam(search.query) });
}

export function readMemberSearch(search: Record<string, unknown>): MemberSearch {
  return compact({ tab: wordParam(search.tab, MEMBER_TABS) });
}
