import { readStaffNames } from '#modules/access/index.ts';
import { memberWireId } from '#modules/members/core/index.ts';
import { knownMember, readMaskedNames } from '#modules/members/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/index.ts';
import type { Principal, StaffDoor } from '#platform/http/staff-routes.ts';
import type { RandomBytes } from '#platform/random.ts';
import type { Secrets } from '#platform/secrets.ts';
import { formatInstant } from '#shared/time.ts';
import type { Adjustment } from '../admin-contract.ts';
import type { Currencies } from '../currencies.ts';
import type { LedgerDesk } from '../operate/ledger-desk.ts';
import { type AdjustmentKey, type AdjustmentRow, readAdjustment } from '../sql/adjustments.ts';
import { currencyLine } from '../wire.ts';
import { refuse } from './refusals.ts';
import { reasonTitle, sayOf } from './rules.ts';

/** What the stories of adjustments live on. */
export type AdjustmentDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly currencies: Currencies;
  readonly ledger: Pick<LedgerDesk, 'submit'>;
  readonly staff: Pick<StaffDoor, 'audit'>;
  readonly random: RandomBytes;
};

/** An adjustment named in an address, and who asks. */
export type AdjustmentCall = {
  readonly memberId: string;
  readonly adjustmentId: string;
  readonly principal: Principal;
};

/** The key of what an address names. @throws Refusal no-such-member */
export async function keyOf(deps: AdjustmentDeps, call: AdjustmentCall): Promise<AdjustmentKey> {
  return { memberId: await knownMember(deps.db, call.memberId), id: call.adjustmentId };
}

/** @throws Refusal no-such-adjustment */
export async function requireAdjustment(
  deps: Pick<AdjustmentDeps, 'db'>,
  key: AdjustmentKey,
): Promise<AdjustmentRow> {
  const [row] = await deps.db.run(readAdjustment(key));
  if (row === undefined) throw refuse('no-such-adjustment', { path: '/adjustmentId' });
  return row;
}

/** Writes down who is about to do what with whose points, and why. */
export function auditAdjustment(
  deps: Pick<AdjustmentDeps, 'staff'>,
  principal: Principal,
  note: { readonly verb: string; readonly key: AdjustmentKey; readonly words: string | null },
): Promise<void> {
  const { verb, key, words } = note;
  return deps.staff.audit({
    principal,
    action: `adjustment.${verb}`,
    object: memberWireId(key.memberId),
    reason: words === null ? key.id : `${key.id}: ${words}`,
  });
}

/** Adjustments for screens, as `principal` may see and decide on them. */
export async function adjustmentLines(
  deps: Pick<AdjustmentDeps, 'db' | 'secrets' | 'currencies'>,
  rows: readonly AdjustmentRow[],
  principal: Principal,
): Promise<Adjustment[]> {
  const people = rows.flatMap((row) => [row.maker_id, row.checker_id ?? row.maker_id]);
  const [names, members] = await Promise.all([
    readStaffNames(deps.db, people),
    readMaskedNames(
      deps,
      rows.map((row) => row.member_id),
    ),
  ]);
  const person = (id: string) => ({ name: names.get(id) ?? id, isMe: id === principal.id });
  return rows.map((row) => {
    const currency = currencyLine(deps.currencies, row.currency_code);
    const asked = { ...row, divisibility: currency.divisibility, makerId: row.maker_id };
    return {
      adjustmentId: row.id,
      memberId: memberWireId(row.member_id),
      memberName: members.get(row.member_id) ?? null,
      currency,
      direction: row.direction,
      points: row.points,
      reason: reasonTitle(row.reason_code) ?? { ru: row.reason_code, en: row.reason_code },
      comment: row.comment,
      state: row.state,
      maker: person(row.maker_id),
      madeAt: formatInstant(row.made_at),
      checker: row.checker_id === null ? null : person(row.checker_id),
      decidedAt: row.decided_at === null ? null : formatInstant(row.decided_at),
      decisionComment: row.decision_comment,
      mayDecide: sayOf(principal, asked),
      mayWithdraw: row.state === 'proposed' && row.maker_id === principal.id,
    };
  });
}

/** One adjustment for screens. */
export async function adjustmentLine(
  deps: Pick<AdjustmentDeps, 'db' | 'secrets' | 'currencies'>,
  row: AdjustmentRow,
  principal: Principal,
): Promise<Adjustment> {
  const [line] = await adjustmentLines(deps, [row], principal);
  if (line === undefined) throw refuse('no-such-adjustment');
  return line;
}
