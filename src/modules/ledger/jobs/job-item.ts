import { createHash } from 'node:crypto';
import type { MemberId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { OperationItem } from '../operate/item.ts';
import type { JobDeps } from './sweep.ts';

/** Who the jobs are in the books. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** An operation that a job asks for on a member's accounts. */
export function jobItem(
  deps: Pick<JobDeps, 'newId'>,
  owner: MemberId,
  what: { readonly kind: string; readonly params: unknown; readonly now: Instant },
): OperationItem {
  return {
    operationId: deps.newId(what.now, owner),
    memberId: owner,
    kind: what.kind,
    params: what.params,
    occurredAt: what.now,
    receiptId: null,
    partnerCode: '',
    zone: 'UTC',
    actorId: NOBODY,
    requestHash: createHash('sha256').update(what.kind).digest(),
  };
}
