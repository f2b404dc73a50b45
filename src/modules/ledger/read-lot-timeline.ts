import { bucketOf, type MemberId, uuidTime } from '#shared/ids.ts';
import { refusals } from '#shared/refusal.ts';
import { formatInstant, instant } from '#shared/time.ts';
import type { LotTimeline, Movement } from './admin-contract.ts';
import { type HistoryEntry, type LotDates, type LotMovement, lotHistory } from './core/index.ts';
import { lotFromRow } from './open-books.ts';
import { type MemberBooksDeps, sinceOf } from './read-member-books.ts';
import { readAccounts } from './sql/read-accounts.ts';
import { type LotEntryRow, readLot, readLotEntries, readLotHolds } from './sql/read-lot-history.ts';
import { lotTermsOf } from './verify/lot-terms.ts';
import { currencyLine, lotLine, memoWords } from './wire.ts';

const refuse = refusals({
  /** The member has no lot with this id, spent or not. */
  'no-such-lot': {
    status: 404,
    text: { ru: 'Такой партии баллов нет.', en: 'There is no such lot.' },
    remedy: { ru: 'Обновите список партий.', en: 'Reload the list of lots.' },
  },
});

/** The id of a lot may carry a time this much before or after that of the entry that opened it. */
const MARGIN_MS = 5_000;

/** The life of a lot: every movement that touched it, the oldest first. @throws Refusal no-such-lot */
export async function readLotTimeline(
  deps: MemberBooksDeps,
  memberId: MemberId,
  lotId: string,
): Promise<LotTimeline> {
  const key = { memberId, lotId };
  const [[row], holds, accounts] = await deps.db.pipeline([
    readLot(key),
    readLotHolds(key),
    readAccounts(memberId),
  ] as const);
  if (row === undefined) throw refuse('no-such-lot', { path: '/lotId' });
  const lot = lotFromRow(row);
  const entries = await deps.db.run(
    readLotEntries(key, {
      currencyCode: lot.currencyCode,
      since: sinceOf([lot]),
      openedUntil: instant(uuidTime(lotId) + MARGIN_MS),
      holdIds: holds.map((hold) => hold.id),
    }),
  );
  const opened = uuidTime(lotId) - MARGIN_MS;
  // Of what was posted before the lot was opened nothing can be the lot's own.
  const own = entries.filter((one) => one.posted_at >= opened).map(historyEntry);
  const movements = lotHistory(lot, own, holds);
  const account = accounts.find((one) => one.currency_code === lot.currencyCode);
  const clock = {
    now: deps.clock.now(),
    isExpirySuspended: account?.is_expiry_suspended ?? false,
  };
  const burnt = movements
    .filter((movement) => movement.kind === 'expiry')
    .reduce((sum, movement) => sum - movement.points, 0);
  const bucket = bucketOf(memberId);
  return {
    lot: lotLine(lot, { clock, bucket, burnt }),
    currency: currencyLine(deps.currencies, lot.currencyCode),
    movements: movements.map((movement) => movementLine(movement, bucket)),
  };
}

function historyEntry(row: LotEntryRow): HistoryEntry {
  const lots = row.lot_ids.map((id, place) => ({ id, amount: row.lot_amounts[place] ?? 0 }));
  return {
    seq: row.seq,
    postedAt: row.posted_at,
    occurredAt: row.occurred_at,
    operationId: row.operation_id,
    receiptId: row.receipt_id,
    kind: row.kind,
    partnerCode: row.partner_code,
    memo: row.memo,
    lots,
    dates: lotTermsOf({ lotTerms: row.lot_terms, lots }),
  };
}

function movementLine(movement: LotMovement, bucket: number): Movement {
  return {
    seq: movement.seq,
    kind: movement.kind,
    postedAt: formatInstant(movement.postedAt),
    occurredAt: formatInstant(movement.occurredAt),
    points: movement.points,
    heldPoints: movement.held,
    remainingPoints: movement.remaining,
    repaidPoints: movement.repaid,
    receiptId: movement.receiptId,
    bucket,
    partnerCode: movement.partnerCode,
    ...memoWords(movement),
    dates: movement.dates === null ? null : datesLine(movement.dates),
    memo: movement.memo,
    operationId: movement.operationId,
  };
}

function datesLine({ activeFrom, expiresAt, awaits }: LotDates): Movement['dates'] {
  return {
    activeFrom: formatInstant(instant(activeFrom)),
    awaits,
    expiresAt: expiresAt === null ? null : formatInstant(instant(expiresAt)),
  };
}
