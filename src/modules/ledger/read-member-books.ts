import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/index.ts';
import { decodeCursor, encodeCursor } from '#platform/http/cursor.ts';
import { bucketOf, type MemberId, uuidTime } from '#shared/ids.ts';
import { formatInstant, type Instant, instant } from '#shared/time.ts';
import type {
  Account as AccountLine,
  AccountList,
  EntryList,
  EntryListQuery,
  LotList,
  LotListQuery,
} from './admin-contract.ts';
import { type Account, type Hold, type Lot, outlook } from './core/index.ts';
import type { Currencies } from './currencies.ts';
import { accountFromRow, lotFromRow } from './open-books.ts';
import { type HoldRow, holdFromRow, readHolds } from './sql/holds.ts';
import { readAccounts } from './sql/read-accounts.ts';
import {
  type OpenLotKey,
  readBurntPoints,
  readClosedLots,
  readOpenLots,
} from './sql/read-lot-pages.ts';
import { type LotRow, readLots } from './sql/read-lots.ts';
import { type EntryKey, readMemberEntries, readOrigins } from './sql/read-member-entries.ts';
import { currencyLine, entryLine, lotLine } from './wire.ts';

const PAGE = 50;
const WEEKS = 8;
const DAY_MS = 86_400_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** After every entry that can exist: where the first page begins. */
const NEWEST: EntryKey = { postedAt: 'infinity', currencyCode: '', seq: 0 };
const CODE = /^[a-z0-9-]{1,32}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Stands in cursors for the end of a lot that never burns. */
const NEVER = 253_402_300_799_999;

export type MemberBooksDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly currencies: Pick<Currencies, 'find' | 'main'>;
};

/**
 * All accounts of a member: the main currency first, the others by code.
 * @param zone whose days and weeks are counted
 */
export async function readMemberAccounts(
  deps: MemberBooksDeps,
  memberId: MemberId,
  zone: string,
): Promise<AccountList> {
  const [accounts, lotRows, holdRows] = await deps.db.pipeline([
    readAccounts(memberId),
    readLots([bucketOf(memberId)], [memberId]),
    readHolds([memberId], []),
  ] as const);
  const lots = lotRows.map(lotFromRow);
  const holds = holdRows.map((row: HoldRow) => holdFromRow(row));
  const now = deps.clock.now();
  const main = deps.currencies.main().code;
  const mainFirst = (a: Account, b: Account) =>
    Number(b.currencyCode === main) - Number(a.currencyCode === main);
  return {
    accounts: accounts
      .map(accountFromRow)
      .sort(mainFirst)
      .map((account) => {
        const isOwn = (one: Lot | Hold) => one.currencyCode === account.currencyCode;
        const own = { lots: lots.filter(isOwn), holds: holds.filter(isOwn) };
        return accountLine(deps, account, { ...own, now, zone });
      }),
  };
}

type AccountParts = {
  readonly lots: readonly Lot[];
  readonly holds: readonly Hold[];
  readonly now: Instant;
  readonly zone: string;
};

function accountLine(deps: MemberBooksDeps, account: Account, parts: AccountParts): AccountLine {
  const { lots, holds, now, zone } = parts;
  const look = outlook(account, lots, { now, zone, weeks: WEEKS });
  return {
    currency: currencyLine(deps.currencies, account.currencyCode),
    spendablePoints: look.spendable,
    heldPoints: account.held,
    pendingPoints: look.pending,
    overduePoints: look.overdue,
    debtPoints: account.debt,
    balancePoints: account.balance - account.debt,
    pending: [...look.waking],
    holds: holds.map((hold) => ({
      holdId: hold.id,
      points: hold.amount,
      openedAt: formatInstant(hold.openedAt),
      lapsesAt: formatInstant(hold.lapsesAt),
      partnerCode: hold.partnerCode,
      receiptId: hold.receiptId,
      bucket: account.bucket,
    })),
    expiring: { weeks: [...look.weeks], laterPoints: look.later, neverPoints: look.never },
    isExpirySuspended: account.isExpirySuspended,
    seq: account.seq,
  };
}

/** A page of a member's lots. @throws Refusal bad-cursor */
export async function readLotPage(
  deps: MemberBooksDeps,
  memberId: MemberId,
  query: LotListQuery,
): Promise<LotList> {
  const { limit = PAGE } = query;
  const { rows, next } = await lotRows(deps, memberId, query);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const lots = page.map(lotFromRow);
  const [accounts, burnt] = await deps.db.pipeline([
    readAccounts(memberId),
    readBurntPoints(
      memberId,
      lots.map((lot) => lot.id),
      sinceOf(lots),
    ),
  ] as const);
  const suspended = new Set(
    accounts.filter((row) => row.is_expiry_suspended).map((row) => row.currency_code),
  );
  const burntById = new Map(burnt.map((row) => [row.lot_id, row.points]));
  const now = deps.clock.now();
  return {
    lots: lots.map((lot) =>
      lotLine(lot, {
        clock: { now, isExpirySuspended: suspended.has(lot.currencyCode) },
        bucket: bucketOf(memberId),
        burnt: burntById.get(lot.id) ?? 0,
      }),
    ),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(next(last)) : null,
  };
}

/** Nothing of these lots was posted before this moment: their ids carry the time of their opening. */
export function sinceOf(lots: readonly Pick<Lot, 'id'>[]): Instant {
  const first = lots.reduce((least, lot) => Math.min(least, uuidTime(lot.id)), 2 ** 47);
  return instant(first - DAY_MS);
}

async function lotRows(deps: MemberBooksDeps, memberId: MemberId, query: LotListQuery) {
  const { show = 'open', currencyCode = null, limit = PAGE } = query;
  const page = { memberId, currencyCode, limit: limit + 1 };
  if (show === 'closed') {
    const [id = LAST_ID] = decodeCursor(query.cursor, [ID]) ?? [];
    const rows = await deps.db.run(readClosedLots({ ...page, after: { id } }));
    return { rows, next: (row: LotRow) => [row.id] };
  }
  const after = openLotKey(query.cursor);
  const filter = { show, now: deps.clock.now() };
  const rows = await deps.db.run(readOpenLots({ ...page, after }, filter));
  return { rows, next: (row: LotRow) => [row.expires_at ?? NEVER, row.id] };
}

function openLotKey(cursor: string | undefined): OpenLotKey {
  const key = decodeCursor(cursor, ['moment', ID]);
  if (key === undefined) return { expiresAt: '-infinity', id: FIRST_ID };
  const [end, id = FIRST_ID] = key;
  const moment = Number(end);
  return { expiresAt: moment === NEVER ? 'infinity' : formatInstant(instant(moment)), id };
}

/** A page of a member's history, newest first. @throws Refusal bad-cursor */
export async function readEntryPage(
  deps: MemberBooksDeps,
  memberId: MemberId,
  query: EntryListQuery,
): Promise<EntryList> {
  const { limit = PAGE, currencyCode = null, kind = null } = query;
  const page = { before: entryKey(query.cursor), limit: limit + 1 };
  const rows = await deps.db.run(readMemberEntries(memberId, page, { currencyCode, kind }));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  const lotIds = shown.flatMap((row) => row.lot_ids);
  const origins = lotIds.length === 0 ? [] : await deps.db.run(readOrigins(memberId, lotIds));
  const promotionByLot = new Map(origins.map((row) => [row.id, row.promotion_code]));
  return {
    entries: shown.map((row) => entryLine(row, promotionByLot)),
    nextCursor: hasMore ? encodeCursor([last.posted_at, last.currency_code, last.seq]) : null,
  };
}

function entryKey(cursor: string | undefined): EntryKey {
  const key = decodeCursor(cursor, ['moment', CODE, 'integer']);
  if (key === undefined) return NEWEST;
  const [postedAt, currencyCode = '', seq] = key;
  return {
    postedAt: formatInstant(instant(Number(postedAt))),
    currencyCode,
    seq: Number(seq),
  };
}
