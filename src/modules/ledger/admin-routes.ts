import type { FastifyInstance } from 'fastify';
import { knownMember } from '#modules/members/index.ts';
import {
  mountStaffRoutes,
  type Principal,
  type StaffDoor,
  type StaffRoute,
  staffRoute,
} from '#platform/http/staff-routes.ts';
import type { MemberId } from '#shared/ids.ts';
import { refusals } from '#shared/refusal.ts';
import { isZone } from '#shared/time.ts';
import type { AdjustmentDeps } from './adjustments/adjustment.ts';
import { adjustmentRoutes } from './adjustments/routes.ts';
import {
  AccountListQueryShape,
  AccountListShape,
  CurrencyListShape,
  CurrencyParamsShape,
  EntryListQueryShape,
  EntryListShape,
  LotListQueryShape,
  LotListShape,
  LotParamsShape,
  LotTimelineShape,
  MemberAccountParamsShape,
  RateListShape,
} from './admin-contract.ts';
import { PROGRAMME_ZONE } from './programme-zone.ts';
import { readCurrencyList, readRateList } from './read-currencies.ts';
import { readLotTimeline } from './read-lot-timeline.ts';
import { readEntryPage, readLotPage, readMemberAccounts } from './read-member-books.ts';
import { type StatementRouteDeps, statementRoutes } from './statement-routes.ts';

export type LedgerAdminDeps = AdjustmentDeps & StatementRouteDeps & { readonly staff: StaffDoor };

const refuse = refusals({
  /** `zone` is not an IANA name. */
  'zone-unknown': {
    status: 422,
    text: { ru: 'Такого часового пояса нет.', en: 'There is no such time zone.' },
    remedy: { ru: 'Пришлите имя вида Europe/Moscow.', en: 'Send a name such as Europe/Moscow.' },
  },
});

/** Mounts the staff routes of the ledger. */
export function registerLedgerAdmin(app: FastifyInstance, deps: LedgerAdminDeps): void {
  mountStaffRoutes(app, deps.staff, [
    ...bookRoutes(deps),
    ...currencyRoutes(deps),
    ...adjustmentRoutes(deps),
    ...statementRoutes(deps),
  ]);
}

/** Looking at a person's points is written down before anything is shown; if that fails, nothing is. */
function looker(deps: LedgerAdminDeps) {
  return async (principal: Principal, action: string, wireId: string): Promise<MemberId> => {
    const id = await knownMember(deps.db, wireId);
    await deps.staff.audit({ principal, action, object: wireId, reason: null });
    return id;
  };
}

function bookRoutes(deps: LedgerAdminDeps): readonly StaffRoute[] {
  const look = looker(deps);
  const shared = {
    method: 'GET',
    right: 'members.read',
    params: MemberAccountParamsShape,
  } as const;
  return [
    staffRoute({
      ...shared,
      path: '/members/:memberId/accounts',
      summary: "A member's accounts: spendable, pending, held, owed, burning by week",
      query: AccountListQueryShape,
      answer: AccountListShape,
      story: async ({ params: { memberId }, query: { zone = PROGRAMME_ZONE }, principal }) => {
        if (!isZone(zone)) throw refuse('zone-unknown', { path: '/zone' });
        const id = await look(principal, 'member.read-accounts', memberId);
        return readMemberAccounts(deps, id, zone);
      },
    }),
    staffRoute({
      ...shared,
      path: '/members/:memberId/lots',
      summary: "A member's lots of points",
      query: LotListQueryShape,
      answer: LotListShape,
      story: async ({ params: { memberId }, query, principal }) =>
        readLotPage(deps, await look(principal, 'member.read-lots', memberId), query),
    }),
    staffRoute({
      ...shared,
      path: '/members/:memberId/lots/:lotId',
      summary: 'The life of a lot: earned, woken, held, spent, returned, extended, burnt',
      params: LotParamsShape,
      answer: LotTimelineShape,
      story: async ({ params: { memberId, lotId }, principal }) =>
        readLotTimeline(deps, await look(principal, 'member.read-lot', memberId), lotId),
    }),
    staffRoute({
      ...shared,
      path: '/members/:memberId/entries',
      summary: "History of a member's points, newest first",
      query: EntryListQueryShape,
      answer: EntryListShape,
      story: async ({ params: { memberId }, query, principal }) =>
        readEntryPage(deps, await look(principal, 'member.read-history', memberId), query),
    }),
  ];
}

function currencyRoutes(deps: LedgerAdminDeps): readonly StaffRoute[] {
  const right = 'currencies.read';
  return [
    staffRoute({
      method: 'GET',
      path: '/currencies',
      right,
      summary: 'Currencies of points with what they promise',
      answer: CurrencyListShape,
      story: () => readCurrencyList(deps),
    }),
    staffRoute({
      method: 'GET',
      path: '/currencies/:code/rates',
      right,
      summary: 'What points of a currency cost, where and when',
      params: CurrencyParamsShape,
      answer: RateListShape,
      story: ({ params }) => readRateList(deps, params.code),
    }),
  ];
}
