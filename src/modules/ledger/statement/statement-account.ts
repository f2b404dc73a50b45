import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant, instant } from '#shared/time.ts';
import type { StatementAccount, StatementMovement } from '../admin-contract.ts';
import { type Entry, type Hold, type Lot, NO_HASH, outlook } from '../core/index.ts';
import type { Currencies } from '../currencies.ts';
import { currencyLine, memoWords } from '../wire.ts';
import type { Replayed, Standing } from './replay.ts';

/** What stands beside the entries, and the moment as of which. */
export type StatementParts = {
  readonly memberId: MemberId;
  readonly currencies: Pick<Currencies, 'find'>;
  readonly lots: ReadonlyMap<string, Lot>;
  readonly holds: ReadonlyMap<string, Hold>;
  readonly at: { readonly now: Instant; readonly zone: string };
};

const WEEKS = 8;

/** An account of a statement. */
export function statementAccount(
  replayed: Replayed & { readonly currencyCode: string },
  parts: StatementParts,
): StatementAccount {
  const { closing, currencyCode, isExpirySuspended } = replayed;
  const holds = [...replayed.openHoldIds].flatMap((id) => parts.holds.get(id) ?? []);
  const lots = lotsThen(replayed, parts.lots, holds);
  const account = accountThen(replayed, parts.memberId);
  const look = outlook(account, lots, { ...parts.at, weeks: WEEKS });
  return {
    currency: currencyLine(parts.currencies, currencyCode),
    opening: standingLine(replayed.opening),
    movements: replayed.movements.map((entry) => movementLine(entry, parts)),
    sums: sumsOf(replayed.movements),
    closing: {
      ...standingLine(closing),
      spendablePoints: look.spendable,
      pendingPoints: look.pending,
      overduePoints: look.overdue,
    },
    pending: [...look.waking],
    holds: holds.map((hold) => ({
      holdId: hold.id,
      points: hold.amount,
      openedAt: formatInstant(hold.openedAt),
      lapsesAt: formatInstant(hold.lapsesAt),
      partnerCode: hold.partnerCode,
    })),
    expiring: { weeks: [...look.weeks], laterPoints: look.later, neverPoints: look.never },
    isExpirySuspended,
  };
}

/** The lots as they were: points and dates by the entries, the rest never changes. */
function lotsThen(
  { pointsByLot, termsByLot }: Replayed,
  known: ReadonlyMap<string, Lot>,
  holds: readonly Hold[],
): Lot[] {
  const heldByLot = new Map<string, number>();
  for (const { id, amount } of holds.flatMap((hold) => hold.lots)) {
    heldByLot.set(id, (heldByLot.get(id) ?? 0) + amount);
  }
  return [...pointsByLot].flatMap(([id, remaining]): Lot[] => {
    const lot = known.get(id);
    if (lot === undefined) return [];
    const terms = termsByLot.get(id);
    const held = heldByLot.get(id) ?? 0;
    if (terms === undefined) return [{ ...lot, remaining, held }];
    const { awaits } = terms;
    const expiresAt = terms.expiresAt === null ? null : instant(terms.expiresAt);
    const activeFrom = instant(terms.activeFrom);
    return [{ ...lot, remaining, held, activeFrom, expiresAt, awaits }];
  });
}

function accountThen(
  { closing, currencyCode, isExpirySuspended }: Replayed & { readonly currencyCode: string },
  memberId: MemberId,
) {
  return {
    bucket: bucketOf(memberId),
    memberId,
    currencyCode,
    ...closing,
    unspendable: 0,
    changesAt: null,
    isExpirySuspended,
    hasMovingLots: false,
    seq: 0,
    lastHash: NO_HASH,
  };
}

function standingLine({ balance, debt, held }: Standing) {
  return { balancePoints: balance - debt, heldPoints: held, debtPoints: debt };
}

function movementLine(entry: Entry, { lots, memberId }: StatementParts): StatementMovement {
  const promotions =
    entry.kind === 'accrual'
      ? entry.lots.flatMap((lot) => lots.get(lot.id)?.promotionCode ?? [])
      : [];
  return {
    seq: entry.seq,
    currencyCode: entry.account.currencyCode,
    kind: entry.kind,
    amountPoints: entry.amount,
    heldPoints: entry.heldChange,
    balancePoints: entry.balanceAfter - entry.debtAfter,
    debtPoints: entry.debtAfter,
    postedAt: formatInstant(entry.postedAt),
    occurredAt: formatInstant(entry.occurredAt),
    receiptId: entry.receiptId,
    bucket: bucketOf(memberId),
    partnerCode: entry.partnerCode,
    ...memoWords(entry),
    memo: entry.memo,
    operationId: entry.operationId,
    lots: entry.lots.map(({ id, amount }) => ({
      lotId: id,
      points: amount,
      promotionCode: lots.get(id)?.promotionCode ?? '',
    })),
    promotionCodes: [...new Set(promotions)].sort(),
  };
}

function sumsOf(movements: readonly Entry[]): StatementAccount['sums'] {
  const moved = movements.filter((entry) => entry.amount !== 0);
  return [...Map.groupBy(moved, (entry) => entry.kind)].map(([kind, some]) => ({
    kind,
    points: some.reduce((sum, entry) => sum + entry.amount, 0),
    count: some.length,
  }));
}
