import { knownMember } from '#modules/members/index.ts';
import type { Session } from '#platform/db/index.ts';
import type { Principal } from '#platform/http/staff-routes.ts';
import { bucketOf, uuidv7 } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import type { Adjustment, AdjustmentRequest } from '../admin-contract.ts';
import { refuse as refuseOperation } from '../refusals.ts';
import {
  type AdjustmentRow,
  ensureAdjuster,
  insertAdjustment,
  lockAdjuster,
  type NewAdjustment,
  readAdjustment,
  sumProposed,
} from '../sql/adjustments.ts';
import {
  type AdjustmentDeps,
  adjustmentLine,
  auditAdjustment,
  requireAdjustment,
} from './adjustment.ts';
import { refuse } from './refusals.ts';
import { allowanceOf, DAY_MS, isReason } from './rules.ts';

export type Proposal = {
  readonly memberId: string;
  readonly request: AdjustmentRequest;
  readonly principal: Principal;
};

/**
 * Asks for a change of points; nothing moves until somebody else approves it. The same id with the same
 * contents from the same person gives what was asked for before.
 * @throws Refusal no-such-member, unknown-currency, adjustment-reason-unknown, adjustment-by-security,
 *         adjustment-too-large, adjustment-daily-limit, adjustment-id-reused
 */
export async function proposeAdjustment(
  deps: AdjustmentDeps,
  proposal: Proposal,
): Promise<Adjustment> {
  const { principal, request } = proposal;
  const { asked, dailyMax } = await checked(deps, proposal);
  const key = { memberId: asked.member_id, id: asked.id };
  const [earlier] = await deps.db.run(readAdjustment(key));
  if (earlier === undefined) {
    await auditAdjustment(deps, principal, { verb: 'propose', key, words: request.comment });
    await deps.db.transaction((tx) => record(tx, asked, dailyMax));
  }
  const row = await requireAdjustment(deps, key);
  if (!isSame(row, asked)) throw refuse('adjustment-id-reused', { path: '/adjustmentId' });
  return adjustmentLine(deps, row, principal);
}

async function checked(deps: AdjustmentDeps, { memberId, request, principal }: Proposal) {
  const member = await knownMember(deps.db, memberId);
  const { currencyCode, direction, points, reasonCode } = request;
  const currency = deps.currencies.find(currencyCode);
  if (currency === undefined || currency.isArchived) {
    throw refuseOperation('unknown-currency', { path: '/currencyCode' });
  }
  if (!isReason(reasonCode, direction)) {
    throw refuse('adjustment-reason-unknown', { path: '/reasonCode' });
  }
  const { proposeMax, dailyMax } = allowanceOf(principal, currency.divisibility);
  if (proposeMax === 0) throw refuse('adjustment-by-security');
  if (points > proposeMax) {
    throw refuse('adjustment-too-large', { path: '/points', details: { pointsMax: proposeMax } });
  }
  const now = deps.clock.now();
  const asked: NewAdjustment = {
    member_id: member,
    id: request.adjustmentId ?? uuidv7(now, deps.random(10), bucketOf(member)),
    currency_code: currencyCode,
    direction,
    points,
    reason_code: reasonCode,
    comment: request.comment.trim(),
    maker_id: principal.id,
    made_at: now,
  };
  return { asked, dailyMax };
}

/** The maker's row is the queue: two proposals at once are counted one after the other. */
async function record(tx: Session, asked: NewAdjustment, dailyMax: number): Promise<void> {
  const since = instant(asked.made_at - DAY_MS);
  const [, , sums] = await tx.pipeline([
    ensureAdjuster(asked.maker_id),
    lockAdjuster(asked.maker_id),
    sumProposed(asked.maker_id, since),
  ] as const);
  const sum = sums.find((row) => row.currency_code === asked.currency_code)?.points ?? 0;
  if (sum + asked.points > dailyMax) {
    const details = { pointsLeft: Math.max(0, dailyMax - sum) };
    throw refuse('adjustment-daily-limit', { path: '/points', details });
  }
  await tx.run(insertAdjustment(asked));
}

function isSame(row: AdjustmentRow, asked: NewAdjustment): boolean {
  return (
    row.maker_id === asked.maker_id &&
    row.currency_code === asked.currency_code &&
    row.direction === asked.direction &&
    row.points === asked.points &&
    row.reason_code === asked.reason_code &&
    row.comment === asked.comment
  );
}
