import {
  ENTRY_KINDS,
  type EntryKind,
  LOT_FILTERS,
  type LotFilter,
} from '#modules/ledger/admin-contract.ts';
import { compact, textParam, wordParam } from '../../../kit/search-params.ts';

export const MEMBER_TABS = ['lots', 'history', 'receipts'] as const;
export type MemberTab = (typeof MEMBER_TABS)[number];

export type MembersSearch = { query?: string | undefined };

/** What the member's page shows, as it stands in the address. */
export type MemberSearch = {
  tab?: MemberTab | undefined;
  /** Narrows lots and history. */
  currency?: string | undefined;
  show?: LotFilter | undefined;
  kind?: EntryKind | undefined;
  /** The lot whose life is open. */
  lot?: string | undefined;
};

export function readMembersSearch(search: Record<string, unknown>): MembersSearch {
  return compact({ query: textParam(search.query) });
}

export function readMemberSearch(search: Record<string, unknown>): MemberSearch {
  return compact({
    tab: wordParam(search.tab, MEMBER_TABS),
    currency: textParam(search.currency),
    show: wordParam(search.show, LOT_FILTERS),
    kind: wordParam(search.kind, ENTRY_KINDS),
    lot: textParam(search.lot),
  });
}
