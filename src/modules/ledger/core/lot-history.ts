import type { Entry, EntryKind } from './entry.ts';
import type { Lot, LotClock } from './lot.ts';
import { isActive, isBurnt } from './lot.ts';

/** What a lot is for people; `awaiting` waits for a confirmation, `pending` for its date. */
export type LotState = 'active' | 'pending' | 'awaiting' | 'expired' | 'spent';

/** What of an entry a lot's history is told from. */
export type HistoryEntry = Pick<
  Entry,
  | 'seq'
  | 'postedAt'
  | 'occurredAt'
  | 'operationId'
  | 'receiptId'
  | 'kind'
  | 'partnerCode'
  | 'memo'
  | 'lots'
> & {
  /** The dates that it gave to lots. */
  readonly dates: readonly (LotDates & { readonly lotId: string })[];
};

/** Dates of a lot; null = never, nothing. */
export type LotDates = {
  readonly activeFrom: number;
  readonly expiresAt: number | null;
  readonly awaits: string | null;
};

/** A hold that reserves, or reserved, points of the lot. */
export type LotHold = { readonly id: string; readonly points: number };

/** One entry from the lot's point of view. */
export type LotMovement = Omit<HistoryEntry, 'lots' | 'dates'> & {
  /** Into the lot (+) or out of it (−). */
  readonly points: number;
  /** Newly reserved in it (+) or set free (−). */
  readonly held: number;
  /** In the lot after it. */
  readonly remaining: number;
  /** Came in, but repaid debt at once; only where the lot was opened. */
  readonly repaid: number;
  /** The dates that it gave to the lot; null = it left them alone. */
  readonly dates: LotDates | null;
};

/** Kinds that open lots. */
const OPENING: ReadonlySet<EntryKind> = new Set([
  'accrual',
  'credit',
  'purchase',
  'transfer-in',
  'exchange-in',
  'reactivation',
  'merge-in',
  'redemption-reversal',
]);

/**
 * What the lot is at a moment.
 * @param burnt points of it that were written off because their time was over
 */
export function lotState(lot: Lot, clock: LotClock, burnt: number): LotState {
  if (lot.remaining === 0) return burnt > 0 ? 'expired' : 'spent';
  if (isBurnt(lot, clock)) return 'expired';
  if (isActive(lot, clock)) return 'active';
  return lot.awaits === null ? 'pending' : 'awaiting';
}

/**
 * Everything that touched a lot, in order of the account's numbers.
 * @param entries of the lot's account by number, from the one that opened the lot on; others may be among them
 * @param holds   those that ever reserved points of the lot
 * @returns       the first one opened it; a lot that repaid debt with all of its points came in with 0
 */
export function lotHistory(
  lot: Pick<Lot, 'id' | 'amount' | 'receiptId'>,
  entries: readonly HistoryEntry[],
  holds: readonly LotHold[],
): readonly LotMovement[] {
  const heldBy = new Map(holds.map((hold) => [hold.id, hold.points]));
  const opening = openingOf(lot, entries);
  let remaining = 0;
  return entries.flatMap((entry): LotMovement[] => {
    const points = shareOf(entry, lot.id);
    const held = heldChange(entry, heldBy);
    const dates = entry.dates.find((one) => one.lotId === lot.id) ?? null;
    const isOpening = entry === opening;
    if (points === 0 && held === 0 && dates === null && !isOpening) return [];
    remaining += points;
    const repaid = isOpening ? lot.amount - points : 0;
    return [{ ...cause(entry), points, held, remaining, repaid, dates: dates && datesIn(dates) }];
  });
}

const datesIn = ({ activeFrom, expiresAt, awaits }: LotDates): LotDates => ({
  activeFrom,
  expiresAt,
  awaits,
});

function cause({ lots: _lots, dates: _dates, ...told }: HistoryEntry) {
  return told;
}

/** The first that puts points into it; else the one of its receipt, which was swallowed by a debt whole. */
function openingOf(
  lot: Pick<Lot, 'id' | 'receiptId'>,
  entries: readonly HistoryEntry[],
): HistoryEntry | undefined {
  const incoming = entries.filter((entry) => OPENING.has(entry.kind));
  const named = entries.find((entry) => shareOf(entry, lot.id) !== 0);
  if (named !== undefined && OPENING.has(named.kind)) return named;
  return incoming.find((entry) => entry.receiptId === lot.receiptId);
}

function shareOf(entry: HistoryEntry, lotId: string): number {
  return entry.lots
    .filter((share) => share.id === lotId)
    .reduce((sum, share) => sum + share.amount, 0);
}

/** A hold is opened by an entry of its own operation and ended by one that names it. */
function heldChange(entry: HistoryEntry, heldBy: ReadonlyMap<string, number>): number {
  if (entry.kind === 'hold') return heldBy.get(entry.operationId) ?? 0;
  const isEnd = entry.kind === 'release' || entry.kind === 'redemption';
  return isEnd && entry.memo !== null ? -(heldBy.get(entry.memo) ?? 0) : 0;
}
