import { createHash } from 'node:crypto';
import type { LedgerDesk, OperationItem } from '#modules/ledger/index.ts';
import type { Session } from '#platform/db/index.ts';
import { memberId } from '#shared/ids.ts';
import { Refusal } from '#shared/refusal.ts';
import { instant } from '#shared/time.ts';
import { type Ledger, productParams } from './ledger.ts';
import { readView } from './read-view.ts';
import type { Ask, TwinAnswer } from './twin/asks.ts';

const ACTOR = '01900000-0000-7000-8000-00000000ac70';

/** The product's story over a real database. */
export function deskLedger(desk: LedgerDesk, db: Session): Ledger {
  const transitById = new Map<string, unknown>();
  return {
    async apply(ask) {
      const item = itemOf(ask, productParams(ask, transitById));
      const answer = await desk.submit(item).then(
        (answered) => told(answered.answer),
        (error: unknown) => refused(error),
      );
      if (answer.isGood && answer.result['transit'] !== undefined) {
        transitById.set(ask.operationId, answer.result['transit']);
      }
      return answer;
    },
    view: (id) => readView(db, id),
  };
}

/** The item of an operation as a route would hand it in. */
export function itemOf(
  ask: Omit<Ask, 'now' | 'params' | 'kind'> & { readonly kind: string },
  params: unknown,
): OperationItem {
  const { operationId, kind, receiptId, partnerCode, zone } = ask;
  return {
    operationId,
    memberId: memberId(ask.memberId),
    kind,
    params,
    occurredAt: instant(ask.occurredAt),
    receiptId,
    partnerCode,
    zone,
    actorId: ACTOR,
    requestHash: createHash('sha256')
      .update(JSON.stringify([kind, ask.memberId, params, ask.occurredAt]))
      .digest(),
  };
}

function told(answer: string): TwinAnswer {
  const { result, accounts } = JSON.parse(answer);
  return { isGood: true, result, accounts };
}

function refused(error: unknown): TwinAnswer {
  if (!(error instanceof Refusal)) throw error;
  return { isGood: false, code: error.code, details: error.details };
}
