import { type Session, sql } from '#platform/db/index.ts';
import { outboxRows } from '#platform/outbox/index.ts';
import { nobodyOf } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { WriterDeps } from './accept-receipt.ts';
import type { ReversalAnswer } from './contract.ts';
import type { Answered } from './outcome.ts';
import type { ReversalItem } from './reversal-item.ts';
import { insertReceipts, type ReceiptRow } from './sql/record-receipts.ts';
import { insertVersions } from './sql/record-version.ts';

/**
 * Cancels a purchase that was never confirmed: a void receipt takes its id, so a confirm that arrives late
 * (the till had given up on it) is refused.
 */
export async function voidReceipt(
  session: Session,
  deps: WriterDeps,
  item: ReversalItem,
): Promise<Answered> {
  const now = deps.clock.now();
  const full: ReversalAnswer = {
    receiptId: item.receiptId,
    bucket: item.bucket,
    versionNo: 1,
    refundKopecks: 0,
    returnedPoints: 0,
    takenBack: [],
    lines: [],
    balances: [],
    recordedAt: formatInstant(now),
  };
  const answer = JSON.stringify(full);
  const owner = item.owner ?? nobodyOf(item.bucket);
  await session.pipeline([
    sql`begin`,
    insertReceipts([voidRow(item, now, answer)]),
    insertVersions([
      {
        bucket: item.bucket,
        receiptId: item.receiptId,
        versionNo: 1,
        operationId: item.operationId,
        kind: 'cancel',
        terminalId: item.terminal.id,
        occurredAt: item.occurredAt,
        recordedAt: now,
        ruleSetVersion: 0,
        requestHash: item.requestHash,
        request: item.request,
        answer,
      },
    ]),
    outboxRows([
      {
        bucket: item.bucket,
        id: deps.newId(now, owner),
        topic: 'receipt.cancelled',
        payload: { receiptId: item.receiptId, bucket: item.bucket, operationId: item.operationId },
        recordedAt: now,
      },
    ]),
    sql`commit`,
  ]);
  return { answer, isReplay: false };
}

function voidRow(item: ReversalItem, now: Instant, answer: string): ReceiptRow {
  const { store } = item.terminal;
  return {
    id: item.receiptId,
    owner: item.owner ?? nobodyOf(item.bucket),
    kind: 'void',
    terminalId: item.terminal.id,
    storeId: store.id,
    partnerCode: store.partnerCode,
    receiptNumber: '-',
    occurredAt: item.occurredAt,
    recordedAt: now,
    ruleSetVersion: 0,
    grossKopecks: 0,
    discountKopecks: 0,
    redeemedKopecks: 0,
    redeemedPoints: 0,
    accruedPoints: 0,
    requestHash: item.requestHash,
    request: item.request,
    facts: '{}',
    answer,
    aftermath: null,
  };
}
