import { createHash } from 'node:crypto';
import { readOperations, writeOperations } from '#platform/operation.ts';
import { assert } from '#shared/assert.ts';
import { bucketOf, uuidv7 } from '#shared/ids.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Instant } from '#shared/time.ts';
import type { Adjustment } from '../admin-contract.ts';
import type { OperationItem } from '../operate/item.ts';
import { PROGRAMME_ZONE } from '../programme-zone.ts';
import {
  type AdjustmentKey,
  type AdjustmentRow,
  type Decision,
  decideAdjustment,
} from '../sql/adjustments.ts';
import { ensureAccounts } from '../sql/ensure-accounts.ts';
import { lockMembers } from '../sql/lock-accounts.ts';
import {
  type AdjustmentCall,
  type AdjustmentDeps,
  adjustmentLine,
  auditAdjustment,
  keyOf,
  requireAdjustment,
} from './adjustment.ts';
import { refuse } from './refusals.ts';
import { allowanceOf, PROPOSAL_MS, sayOf } from './rules.ts';

/**
 * A decision is one operation whose id is derived from the adjustment's, whichever way it goes: the row of
 * that operation is there once, so an adjustment is decided once. An approval is the credit or debit
 * itself, and the state `approved` is written in its transaction: points that have moved are approved, and
 * what is approved has moved. A rejection or withdrawal takes the operation's place under the same lock.
 */
export type DecisionCall = AdjustmentCall & { readonly comment: string | null };

/**
 * Moves the points. Repeated by the same person (an answer that got lost) it gives the same answer.
 * @throws Refusal no-such-adjustment, adjustment-own, adjustment-beyond-limit, adjustment-decided,
 *         adjustment-too-old, and whatever the ledger refuses (insufficient-points …); then the adjustment is still proposed
 */
export async function approveAdjustment(
  deps: AdjustmentDeps,
  call: DecisionCall,
): Promise<Adjustment> {
  const key = await keyOf(deps, call);
  const row = await requireAdjustment(deps, key);
  if (row.state === 'proposed') {
    checkSay(deps, row, call);
    if (isTooOld(row, deps.clock.now())) throw refuse('adjustment-too-old');
    await auditAdjustment(deps, call.principal, { verb: 'approve', key, words: call.comment });
    await unlessDecided(deps.ledger.submit(operationOf(deps, row, call)));
  }
  return settled(deps, call, { key, state: 'approved' });
}

/**
 * Says no; nothing moves.
 * @throws Refusal no-such-adjustment, adjustment-own, adjustment-beyond-limit, adjustment-decided
 */
export async function rejectAdjustment(
  deps: AdjustmentDeps,
  call: DecisionCall,
): Promise<Adjustment> {
  const key = await keyOf(deps, call);
  const row = await requireAdjustment(deps, key);
  if (row.state === 'proposed') {
    checkSay(deps, row, call);
    await auditAdjustment(deps, call.principal, { verb: 'reject', key, words: call.comment });
    await decline(deps, row, {
      state: 'rejected',
      checkerId: call.principal.id,
      ...said(deps, call),
    });
  }
  return settled(deps, call, { key, state: 'rejected' });
}

/**
 * Takes one's own proposal back.
 * @throws Refusal no-such-adjustment, adjustment-of-another, adjustment-decided
 */
export async function withdrawAdjustment(
  deps: AdjustmentDeps,
  call: DecisionCall,
): Promise<Adjustment> {
  const key = await keyOf(deps, call);
  const row = await requireAdjustment(deps, key);
  if (row.maker_id !== call.principal.id) throw refuse('adjustment-of-another');
  if (row.state === 'proposed') {
    await auditAdjustment(deps, call.principal, { verb: 'withdraw', key, words: call.comment });
    await decline(deps, row, { state: 'withdrawn', checkerId: null, ...said(deps, call) });
  }
  return settled(deps, call, { key, state: 'withdrawn' });
}

/** Whether a proposal has waited so long that it may not be approved any more. */
export function isTooOld({ made_at }: Pick<AdjustmentRow, 'made_at'>, now: Instant): boolean {
  return now - made_at > PROPOSAL_MS;
}

function checkSay(deps: AdjustmentDeps, row: AdjustmentRow, { principal }: DecisionCall): void {
  const divisibility = deps.currencies.find(row.currency_code)?.divisibility ?? 0;
  const say = sayOf(principal, { ...row, divisibility, makerId: row.maker_id });
  if (say === 'own') throw refuse('adjustment-own');
  if (say === 'yes') return;
  const pointsMax = allowanceOf(principal, divisibility).approveMax;
  throw refuse('adjustment-beyond-limit', { details: { pointsMax } });
}

const said = (deps: AdjustmentDeps, { comment }: DecisionCall) => ({
  at: deps.clock.now(),
  comment,
});

/** The credit or debit that an approval is. */
function operationOf(deps: AdjustmentDeps, row: AdjustmentRow, call: DecisionCall): OperationItem {
  const { at, comment } = said(deps, call);
  const checkerId = call.principal.id;
  return {
    operationId: decisionIdOf(row),
    memberId: row.member_id,
    kind: row.direction,
    params: { currencyCode: row.currency_code, points: row.points, reasonCode: row.reason_code },
    occurredAt: at,
    receiptId: null,
    partnerCode: deps.currencies.find(row.currency_code)?.partnerCode ?? '',
    zone: PROGRAMME_ZONE,
    actorId: checkerId,
    requestHash: hashOf(row, 'approved'),
    alongside: [
      decideAdjustment(
        { memberId: row.member_id, id: row.id },
        { state: 'approved', checkerId, at, comment },
      ),
    ],
  };
}

/** The operation of the decision on an adjustment, the same whoever decides and however. */
export function decisionIdOf(row: Pick<AdjustmentRow, 'id' | 'member_id' | 'made_at'>): string {
  const seed = createHash('sha256').update(`${row.id}|decision`).digest();
  return uuidv7(row.made_at, seed.subarray(0, 10), bucketOf(row.member_id));
}

function hashOf(row: AdjustmentRow, state: Decision['state']): Buffer {
  return createHash('sha256').update(`${row.id}|${state}`).digest();
}

/** A rejection or withdrawal that came first holds the operation's id: then nothing has moved. */
async function unlessDecided(submitted: Promise<unknown>): Promise<void> {
  try {
    await submitted;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'operation-id-reused') throw error;
  }
}

/** Under the member's lock, as operations are decided: either this is written or the points have moved. */
async function decline(
  deps: AdjustmentDeps,
  row: AdjustmentRow,
  decision: Decision,
): Promise<void> {
  const bucket = bucketOf(row.member_id);
  const id = decisionIdOf(row);
  const main = deps.currencies.main().code;
  await deps.db.transaction(async (tx) => {
    const [, , stored] = await tx.pipeline([
      ensureAccounts([bucket], [row.member_id], main),
      lockMembers([bucket], [row.member_id], main),
      readOperations([bucket], [id]),
    ] as const);
    if (stored.length > 0) return;
    await tx.pipeline([
      writeOperations([
        {
          bucket,
          id,
          kind: `adjustment-${decision.state}`,
          terminalId: decision.checkerId ?? row.maker_id,
          requestHash: hashOf(row, decision.state),
          answer: JSON.stringify({ operationId: id, adjustmentId: row.id, state: decision.state }),
          recordedAt: decision.at,
        },
      ]),
      decideAdjustment({ memberId: row.member_id, id: row.id }, decision),
    ]);
  });
}

/** The adjustment, if it stands as this very person wanted it. @throws Refusal adjustment-decided */
async function settled(
  deps: AdjustmentDeps,
  { principal }: DecisionCall,
  wanted: { readonly key: AdjustmentKey; readonly state: Decision['state'] },
): Promise<Adjustment> {
  const row = await requireAdjustment(deps, wanted.key);
  assert(row.state !== 'proposed', 'a decision is written with its operation');
  const decider = row.state === 'withdrawn' ? row.maker_id : row.checker_id;
  if (row.state !== wanted.state || decider !== principal.id) {
    throw refuse('adjustment-decided', { details: { state: row.state } });
  }
  return adjustmentLine(deps, row, principal);
}
