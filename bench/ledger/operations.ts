import { hash } from 'node:crypto';
import type { OperationItem } from '#modules/ledger/index.ts';
import { systemRandom } from '#platform/random.ts';
import { bucketOf, type MemberId, uuidv7 } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import { randomOf } from '../../db/seed/random.ts';

/** One transfer to be made: between a member and the programme, or between two members. */
export type Asked =
  | { readonly kind: 'earn' | 'spend'; readonly item: OperationItem }
  | { readonly kind: 'send'; readonly item: OperationItem };

/** Draws the transfers of a run. */
export type Draw = () => Asked;

const POINTS_MAX = 100;
const ACTOR = '00000000-0000-7000-8000-000000000001';

/** Of a hundred transfers: 50 earn, 40 spend, 10 send points to another member. */
export function mixed(members: readonly MemberId[], currencyCode: string): Draw {
  const random = randomOf('bench-ledger-mix');
  const anyone = (): MemberId => {
    const member = members[random.int(members.length)];
    if (member === undefined) throw new Error('the bench has no members');
    return member;
  };
  return () => {
    const points = 1 + random.int(POINTS_MAX);
    const place = random.int(100);
    const from = anyone();
    if (place < 50) return earn(from, currencyCode, points);
    if (place < 90) return spend(from, currencyCode, points);
    let to = anyone();
    while (to === from) to = anyone();
    const params = { toMemberId: to, currencyCode, points, as: 'transfer' };
    return { kind: 'send', item: itemOf(from, 'transfer-out', params) };
  };
}

/** Everything on one account, in turns: as many points come as go. */
export function hot(member: MemberId, currencyCode: string): Draw {
  let count = 0;
  return () => {
    count += 1;
    const points = 1 + ((count >> 1) % POINTS_MAX);
    return count % 2 === 0
      ? earn(member, currencyCode, points)
      : spend(member, currencyCode, points);
  };
}

function earn(member: MemberId, currencyCode: string, points: number): Asked {
  const params = { currencyCode, points, promotionCode: 'bench' };
  return { kind: 'earn', item: itemOf(member, 'earn', params) };
}

function spend(member: MemberId, currencyCode: string, points: number): Asked {
  return { kind: 'spend', item: itemOf(member, 'spend', { currencyCode, points }) };
}

function itemOf(memberId: MemberId, kind: string, params: unknown): OperationItem {
  const now = instant(Date.now());
  const operationId = uuidv7(now, systemRandom(10), bucketOf(memberId));
  return {
    operationId,
    memberId,
    kind,
    params,
    occurredAt: now,
    receiptId: null,
    partnerCode: 'bench',
    zone: 'Europe/Moscow',
    actorId: ACTOR,
    requestHash: hash('sha256', operationId, 'buffer'),
  };
}
