import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/index.ts';
import { decodeCursor, encodeCursor } from '#platform/http/cursor.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Text } from '#shared/text.ts';
import { formatInstant, type Instant, instant } from '#shared/time.ts';
import { type Account, bySpendOrder, type Lot, spendablePoints } from './core/index.ts';
import type { Currencies } from './currencies.ts';
import { accountFromRow, lotFromRow } from './open-books.ts';
import { readAccounts } from './sql/read-accounts.ts';
import { readLots } from './sql/read-lots.ts';
import { type EntryKey, type EntryRow, readMemberEntries } from './sql/read-member-entries.ts';

const PAGE = 50;
const LOTS_SHOWN = 500;
/** After every entry that can exist: where the first page begins. */
const NEWEST: EntryKey = { postedAt: 'infinity', currencyCode: '', seq: 0 };
const CODE = /^[a-z0-9-]{1,32}$/;

export type MemberBooksDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly currencies: Currencies;
};

/** A member's accounts, lots and history, for screens. */
export function memberBooks(deps: MemberBooksDeps) {
  return {
    /** All accounts, and the lots that still hold points, first to burn first (at most 500). */
    async readAccounts(memberId: MemberId) {
      const [accountRows, lotRows] = await deps.db.pipeline([
        readAccounts(memberId),
        readLots([bucketOf(memberId)], [memberId], []),
      ]);
      const now = deps.clock.now();
      const lots = lotRows.map(lotFromRow).sort(bySpendOrder);
      const bucket = bucketOf(memberId);
      return {
        accounts: accountRows.map((row) => accountLine(deps, accountFromRow(row), { lots, now })),
        lots: lots.slice(0, LOTS_SHOWN).map((lot) => lotLine(lot, bucket, now)),
      };
    },
    /** A page of the history, newest first. @throws Refusal bad-cursor */
    async readEntries(
      memberId: MemberId,
      query: { readonly cursor?: string; readonly limit?: number },
    ) {
      const { limit = PAGE } = query;
      const before = entryKey(query.cursor);
      const rows = await deps.db.run(readMemberEntries(memberId, before, limit + 1));
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const hasMore = rows.length > limit && last !== undefined;
      return {
        entries: page.map(entryLine),
        nextCursor: hasMore ? encodeCursor([last.posted_at, last.currency_code, last.seq]) : null,
      };
    },
  };
}

function accountLine(
  deps: MemberBooksDeps,
  account: Account,
  at: { readonly lots: readonly Lot[]; readonly now: Instant },
) {
  const { currencyCode, balance, debt, seq } = account;
  const currency = deps.currencies.all().find((one) => one.code === currencyCode);
  const untitled: Text = { ru: currencyCode, en: currencyCode };
  const pending = at.lots.filter(
    (lot) => lot.currencyCode === currencyCode && lot.activeFrom > at.now,
  );
  return {
    currencyCode,
    currencyTitle: currency?.title ?? untitled,
    divisibility: currency?.divisibility ?? 0,
    spendablePoints: spendablePoints(at.lots, currencyCode, at.now),
    pendingPoints: pending.reduce((sum, lot) => sum + lot.remaining, 0),
    balancePoints: balance - debt,
    debtPoints: debt,
    seq,
  };
}

function lotLine(lot: Lot, bucket: number, now: Instant) {
  return {
    lotId: lot.id,
    currencyCode: lot.currencyCode,
    amountPoints: lot.amount,
    remainingPoints: lot.remaining,
    activeFrom: formatInstant(lot.activeFrom),
    expiresAt: lot.expiresAt === null ? null : formatInstant(lot.expiresAt),
    state: lotState(lot, now),
    receiptId: lot.receiptId,
    bucket,
    promotionCode: lot.promotionCode,
  };
}

function lotState(lot: Lot, now: Instant): 'active' | 'pending' | 'expired' {
  if (lot.activeFrom > now) return 'pending';
  return lot.expiresAt !== null && lot.expiresAt <= now ? 'expired' : 'active';
}

function entryLine(row: EntryRow) {
  return {
    seq: row.seq,
    currencyCode: row.currency_code,
    kind: row.kind,
    amountPoints: row.amount,
    balancePoints: row.balance_after - row.debt_after,
    postedAt: formatInstant(row.posted_at),
    occurredAt: formatInstant(row.occurred_at),
    receiptId: row.receipt_id,
    bucket: row.bucket,
    partnerCode: row.partner_code,
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
