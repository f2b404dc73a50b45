import type { WorkContext } from '#modules/ledger/core/index.ts';
import type { Currencies, Currency } from '#modules/ledger/index.ts';
import type { OpenDirectory } from '#modules/partners/index.ts';
import {
  accrualsOf,
  type Decision,
  effectsOf,
  type Facts,
} from '#modules/promotions/core/index.ts';
import { type Aftermath, aftermathText } from '#modules/promotions/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/index.ts';
import type { Secrets } from '#platform/secrets.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { Batch } from './confirm-batch.ts';
import type { ConfirmItem } from './confirm-item.ts';
import type { ConfirmAnswer } from './contract.ts';
import { packFacts } from './core/pack-facts.ts';
import { pastPurchase } from './core/past-lines.ts';
import { pointsOf, redeemedPoints } from './core/redeemed.ts';
import type { Slip } from './core/slip.ts';

/** What the writer's stories need besides a session. */
export type WriterDeps = {
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** The programme's currency, the one that pays. */
  readonly currency: Currency;
  /** What points cost there and then. */
  readonly rateOf: Currencies['rateOf'];
  /** What a currency promises. */
  readonly termsOf: WorkContext['termsOf'];
  /** A UUIDv7 in the owner's bucket. */
  readonly newId: (now: Instant, owner: MemberId) => string;
  /** The lane that writes what belongs to a bucket. */
  readonly laneOf: (bucket: number) => number;
  readonly db: Database;
  readonly directory: OpenDirectory;
};

/** An item that nothing speaks against. */
export type Accepted = {
  readonly item: ConfirmItem;
  readonly facts: Facts;
  readonly decision: Decision;
  readonly aftermath: Aftermath;
  readonly slip: Slip;
};

/** Puts an accepted receipt among what the batch will write; gives the answer, as it is stored. */
export function accept(deps: WriterDeps, batch: Batch, accepted: Accepted): string {
  const { item, decision } = accepted;
  const full: ConfirmAnswer = {
    ...accepted.slip,
    receiptNumber: item.request.receiptNumber,
    confirmedAt: formatInstant(batch.now),
  };
  const answer = JSON.stringify(full);
  batch.record.receipts.push({
    id: item.receiptId,
    owner: item.owner,
    kind: 'sale',
    terminalId: item.terminal.id,
    storeId: item.terminal.store.id,
    partnerCode: item.terminal.store.partnerCode,
    receiptNumber: item.request.receiptNumber,
    occurredAt: item.occurredAt,
    recordedAt: batch.now,
    ruleSetVersion: decision.ruleSetVersion,
    grossKopecks: decision.grossKopecks,
    discountKopecks: decision.discountKopecks,
    redeemedKopecks: decision.redeemedKopecks,
    redeemedPoints: redeemedPoints(decision),
    accruedPoints: pointsOf(accrualsOf(decision)),
    requestHash: item.requestHash,
    request: JSON.stringify(storedRequest(item)),
    facts: JSON.stringify(packFacts(accepted.facts)),
    answer,
    aftermath: aftermathText(accepted.aftermath),
  });
  batch.receiptById.set(item.receiptId, {
    kind: 'sale',
    partner_code: item.terminal.store.partnerCode,
    request_hash: item.requestHash,
    answer,
    bucket: bucketOf(item.owner),
  });
  if (!item.isAnonymous) {
    countPurchase(batch, item.owner, decision.payableKopecks);
    batch.meters.remember({
      ...pastPurchase(accepted.facts, accepted.slip.lines, deps.currency.code),
      bucket: bucketOf(item.owner),
      memberId: item.owner,
      receiptId: item.receiptId,
      versionNo: 0,
    });
  }
  const event = (topic: string, payload: Readonly<Record<string, unknown>>) =>
    batch.record.events.push({
      bucket: bucketOf(item.owner),
      id: deps.newId(batch.now, item.owner),
      topic,
      payload: { receiptId: item.receiptId, bucket: bucketOf(item.owner), ...payload },
      recordedAt: batch.now,
    });
  event('receipt.confirmed', {});
  const effects = effectsOf(decision);
  if (effects.length > 0) event('promotions.effects', { effects });
  return answer;
}

/**
 * What is kept of the request beside the facts: how the buyer was identified, never the phone or the
 * card itself (personal data stays out of receipts), and the names on the till.
 */
function storedRequest(item: ConfirmItem) {
  const { member, lines } = item.request;
  const identifiedBy = member === undefined ? null : member.card === undefined ? 'phone' : 'card';
  const names = lines.flatMap((line) =>
    line.name === undefined ? [] : [[line.lineNo, line.name]],
  );
  return { identifiedBy, isTwoPhase: item.request.calculation !== undefined, names };
}

function countPurchase(batch: Batch, owner: MemberId, payableKopecks: number): void {
  const before = batch.totalByOwner.get(owner) ?? { owner, purchases: 0, payableKopecks: 0 };
  const after = {
    owner,
    purchases: before.purchases + 1,
    payableKopecks: before.payableKopecks + payableKopecks,
  };
  batch.totalByOwner.set(owner, after);
  batch.record.buyers.set(owner, after);
}
