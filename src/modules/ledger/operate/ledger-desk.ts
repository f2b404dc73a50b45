import { createHash } from 'node:crypto';
import type { Session } from '#platform/db/index.ts';
import type { Lanes } from '#platform/lanes.ts';
import { bucketOf, type MemberId, uuidv7 } from '#shared/ids.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Transit } from '../core/index.ts';
import { refuse } from '../refusals.ts';
import type { OperationItem } from './item.ts';
import { type OperateDeps, type OperationAnswered, operate } from './operate.ts';

export type LedgerDeskDeps = OperateDeps & { readonly lanes: Lanes };

/** Where operations on points are handed in: each goes to the lane of its member. */
export type LedgerDesk = {
  /** Settles when the operation is durable. @throws Refusal of the operation */
  submit(item: OperationItem): Promise<OperationAnswered>;
  /**
   * Sends points to another member and sees them in: two legs, each in its own lane, tied by the transit's
   * id. Killed in between, the points are under way and {@link LedgerDesk.complete} brings them in.
   * @param item kind transfer-out, merge-out or unmerge-out; the operation id is the transit's id
   */
  send(item: OperationItem): Promise<OperationAnswered>;
  /**
   * Brings in what is under way, or sends it back when the receiver's side refuses. Idempotent.
   * @throws Refusal transfer-rejected after the points have gone back
   */
  complete(transit: Transit, like: Pick<OperationItem, 'zone' | 'actorId'>): Promise<void>;
};

export function openLedgerDesk(deps: LedgerDeskDeps): LedgerDesk {
  // One function, made once: a lane batches neighbours with the same function.
  const work = (session: Session, items: readonly OperationItem[]) => operate(session, deps, items);
  const submit = (item: OperationItem) => deps.lanes.submit(work, bucketOf(item.memberId), item);
  const complete: LedgerDesk['complete'] = async (transit, like) => {
    const leg = legOf(transit, like);
    const incoming = leg('in', transit.toMemberId, { transit });
    const arrived = await submit(incoming).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      const params = { transitId: transit.id, code: error.code };
      return submit({ ...incoming, kind: 'reject', params });
    });
    const rejectedAs = rejectionIn(arrived.answer);
    const end = rejectedAs === null ? 'settle' : 'back';
    await submit(leg(end, transit.memberId, { transitId: transit.id }));
    if (rejectedAs !== null) {
      throw refuse('transfer-rejected', { details: { code: rejectedAs } });
    }
  };
  return {
    submit,
    complete,
    async send(item) {
      const sent = await submit(item);
      const transit = transitIn(sent.answer);
      if (transit !== null) await complete(transit, item);
      return sent;
    },
  };
}

/** The legs that follow a sending: their ids are derived, so a repeated leg is the same operation. */
function legOf(transit: Transit, like: Pick<OperationItem, 'zone' | 'actorId'>) {
  const kinds = {
    in: `${transit.kind === 'gift' ? 'transfer' : transit.kind}-in`,
    back: 'transfer-back',
    settle: 'settle',
  } as const;
  return (leg: 'in' | 'back' | 'settle', memberId: MemberId, params: unknown): OperationItem => {
    const seed = createHash('sha256').update(`${transit.id}|${leg}`).digest();
    return {
      operationId: uuidv7(transit.sentAt, seed.subarray(0, 10), bucketOf(memberId)),
      memberId,
      kind: kinds[leg],
      params,
      occurredAt: transit.sentAt,
      receiptId: null,
      partnerCode: '',
      zone: like.zone,
      actorId: like.actorId,
      requestHash: seed,
    };
  };
}

/** The code that the receiver's side refused with; null = the points have arrived. */
function rejectionIn(answer: string): string | null {
  const read: { readonly kind: string; readonly result: { readonly code?: string } } =
    JSON.parse(answer);
  return read.kind === 'reject' ? (read.result.code ?? 'unknown') : null;
}

function transitIn(answer: string): Transit | null {
  const read: { readonly result: { readonly transit?: Transit } } = JSON.parse(answer);
  return read.result.transit ?? null;
}
