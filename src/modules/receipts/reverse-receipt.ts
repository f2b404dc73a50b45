import { openBooks, writeBooks } from '#modules/ledger/index.ts';
import { type Session, sql } from '#platform/db/index.ts';
import { outboxRows } from '#platform/outbox/index.ts';
import { present } from '#shared/assert.ts';
import { bucketOf } from '#shared/ids.ts';
import { Refusal } from '#shared/refusal.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { WriterDeps } from './accept-receipt.ts';
import type { ReversalAnswer } from './contract.ts';
import { planReversal, type Reversal } from './core/plan-reversal.ts';
import { postReversal } from './core/post-reversal.ts';
import { balancesOf } from './core/slip.ts';
import { type Answered, failed, type Outcome, ok } from './outcome.ts';
import { refuse } from './refusals.ts';
import type { ReversalItem } from './reversal-item.ts';
import { loadReceipt, readSale, type SaleRow, type VersionRow } from './sql/load-receipt.ts';
import { writeBuyers } from './sql/record-receipts.ts';
import { insertVersions } from './sql/record-version.ts';
import { remainingOf, soldLines, storedAnswer } from './stored-receipt.ts';
import { voidReceipt } from './void-receipt.ts';

/** Returns and cancels, one transaction each: goods come back, points follow them. */
export async function reverseReceipts(
  session: Session,
  deps: WriterDeps,
  items: readonly ReversalItem[],
): Promise<Outcome<Answered>[]> {
  const outcomes: Outcome<Answered>[] = [];
  for (const item of items) {
    try {
      outcomes.push(ok(await reverseOne(session, deps, item)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await session.run(sql`rollback`);
      outcomes.push(failed(error));
    }
  }
  return outcomes;
}

async function reverseOne(
  session: Session,
  deps: WriterDeps,
  item: ReversalItem,
): Promise<Answered> {
  const [sale] = await session.run(readSale(item.bucket, item.receiptId));
  if (sale === undefined) {
    if (item.kind === 'return') throw refuse('unknown-receipt', { path: '/receiptId' });
    if (!item.isBuyerNamed) throw refuse('buyer-not-named', { path: '/member' });
    return voidReceipt(session, deps, item);
  }
  if (sale.partner_code !== item.terminal.store.partnerCode)
    throw refuse('receipt-of-another-partner');
  if (item.owner !== null && item.owner !== sale.member_id)
    throw refuse('unknown-receipt', { path: '/member' });
  const rows = await loadReceipt(session, sale, deps.currency.code);
  const earlier = rows.reversals.find((version) => version.operation_id === item.operationId);
  if (earlier !== undefined) {
    await session.run(sql`rollback`);
    return replayOf(earlier, item);
  }
  if (sale.kind === 'void' || rows.reversals.some((version) => version.kind === 'cancel')) {
    throw refuse('receipt-cancelled');
  }
  const reversal = planOrRefuse(sale, rows.reversals, item);
  return write(session, deps, { item, sale, rows, reversal });
}

type Planned = {
  readonly item: ReversalItem;
  readonly sale: SaleRow;
  readonly rows: Awaited<ReturnType<typeof loadReceipt>>;
  readonly reversal: Reversal;
};

async function write(session: Session, deps: WriterDeps, planned: Planned): Promise<Answered> {
  const { item, sale, rows, reversal } = planned;
  const now = deps.clock.now();
  const owner = sale.member_id;
  const books = openBooks([owner], rows, { now, hasLots: () => true });
  const book = present(books.get(owner), 'book of the owner');
  const posted = postReversal(book, reversal, {
    entries: rows.entries,
    redemptionCurrency: redeemedIn(rows.entries) ?? deps.currency.code,
    context: {
      cause: {
        operationId: item.operationId,
        receiptId: sale.id,
        occurredAt: item.occurredAt,
        postedAt: now,
        partnerCode: sale.partner_code,
      },
      zone: item.terminal.store.zone,
      termsOf: deps.termsOf,
    },
  });
  if (!posted.isGood) throw refuse('earned-points-spent', { details: { ...posted.details } });
  const versionNo = rows.reversals.length + 2;
  const isAnonymous = storedAnswer(sale.answer).member === null;
  const full: ReversalAnswer = {
    receiptId: sale.id,
    bucket: sale.bucket,
    versionNo,
    refundKopecks: reversal.refundKopecks,
    returnedPoints: reversal.returnedPoints,
    takenBack: [...posted.takenBack],
    lines: [...reversal.lines],
    balances: isAnonymous ? [] : balancesOf(book),
    recordedAt: formatInstant(now),
  };
  const answer = JSON.stringify(full);
  await session.pipeline([
    insertVersions([versionOf(planned, { versionNo, answer, now })]),
    ...writeBooks([book]),
    ...(isAnonymous ? [] : [writeBuyers(buyersAfter(planned))]),
    outboxRows([eventOf(deps, planned, now)]),
    sql`commit`,
  ]);
  return { answer, isReplay: false };
}

/** A purchase that has gone back whole does not count, and refunded money was not spent. */
function buyersAfter({ sale, rows, reversal }: Planned) {
  const remaining = remainingOf(soldLines(sale), rows.reversals);
  for (const line of reversal.lines) remaining.set(line.lineNo, line.remainingMilli);
  const hasNothing = [...remaining.values()].every((quantityMilli) => quantityMilli === 0);
  return rows.buyers.map((buyer) => ({
    owner: buyer.member_id,
    purchases: Math.max(0, buyer.purchases - (hasNothing ? 1 : 0)),
    payableKopecks: Math.max(0, buyer.payable_kopecks - reversal.refundKopecks),
  }));
}

function versionOf(
  { item, sale }: Planned,
  more: { readonly versionNo: number; readonly answer: string; readonly now: Instant },
) {
  return {
    bucket: sale.bucket,
    receiptId: sale.id,
    versionNo: more.versionNo,
    operationId: item.operationId,
    kind: item.kind,
    terminalId: item.terminal.id,
    occurredAt: item.occurredAt,
    recordedAt: more.now,
    ruleSetVersion: sale.rule_set_version,
    requestHash: item.requestHash,
    request: item.request,
    answer: more.answer,
  };
}

function eventOf(deps: WriterDeps, { item, sale }: Planned, now: Instant) {
  return {
    bucket: sale.bucket,
    id: deps.newId(now, sale.member_id),
    topic: item.kind === 'return' ? 'receipt.returned' : 'receipt.cancelled',
    payload: {
      receiptId: sale.id,
      bucket: bucketOf(sale.member_id),
      operationId: item.operationId,
    },
    recordedAt: now,
  };
}

function planOrRefuse(
  sale: SaleRow,
  reversals: readonly VersionRow[],
  item: ReversalItem,
): Reversal {
  const sold = soldLines(sale);
  const remaining = remainingOf(sold, reversals);
  const left = [...remaining].filter(([, quantityMilli]) => quantityMilli > 0);
  const lines = item.lines ?? left.map(([lineNo, quantityMilli]) => ({ lineNo, quantityMilli }));
  const verdict = planReversal(sold, remaining, lines);
  if (verdict.isGood) return verdict.reversal;
  throw refuse(verdict.code, {
    path: verdict.path,
    details: { remainingMilli: verdict.remainingMilli },
  });
}

function replayOf(earlier: VersionRow, item: ReversalItem): Answered {
  if (!earlier.request_hash.equals(item.requestHash)) throw refuse('operation-id-reused');
  return { answer: earlier.answer, isReplay: true };
}

function redeemedIn(entries: Planned['rows']['entries']): string | undefined {
  return entries.find((entry) => entry.kind === 'redemption')?.currency_code;
}
