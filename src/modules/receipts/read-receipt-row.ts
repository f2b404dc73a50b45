import { memberWireId } from '#modules/members/core/index.ts';
import { readMaskedNames } from '#modules/members/index.ts';
import type { Directory, Store } from '#modules/partners/core/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Principal } from '#platform/http/staff-routes.ts';
import type { Secrets } from '#platform/secrets.ts';
import { present } from '#shared/assert.ts';
import { type MemberId, nobodyOf } from '#shared/ids.ts';
import { formatInstant, type Instant, localMoment } from '#shared/time.ts';
import type { ReceiptRow, ReceiptState } from './admin-contract.ts';
import type { ListedReceipt } from './sql/read-receipts.ts';

export type RowDeps = {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly directory: { readonly current: () => Directory };
};

/**
 * Rows as lists and the feed show them. Masked names are read only for those who may see members;
 * for the others a buyer is a golden id without a name.
 */
export async function toReceiptRows(
  deps: RowDeps,
  listed: readonly ListedReceipt[],
  principal: Principal,
): Promise<ReceiptRow[]> {
  const directory = deps.directory.current();
  const owners = listed.filter((row) => !isAnonymous(directory, row)).map((row) => row.member_id);
  const mayKnow = principal.rights.has('members.read');
  const names = await readMaskedNames(deps, mayKnow ? owners : []);
  return listed.map((row) => toRow(directory, row, names));
}

function toRow(
  directory: Directory,
  row: ListedReceipt,
  names: ReadonlyMap<MemberId, string>,
): ReceiptRow {
  const store = present(directory.storeById.get(row.store_id), `store of receipt ${row.id}`);
  const member = isAnonymous(directory, row)
    ? null
    : { memberId: memberWireId(row.member_id), name: names.get(row.member_id) ?? null };
  return {
    receiptId: row.id,
    bucket: row.bucket,
    kind: stateOf(row),
    versionCount: (row.kind === 'sale' ? 1 : 0) + row.returns + row.cancels,
    recordedAt: formatInstant(row.recorded_at),
    occurredAt: formatInstant(row.occurred_at),
    localTime: wallClock(row.occurred_at, store),
    zone: store.zone,
    storeCode: store.code,
    storeTitle: store.title,
    partnerCode: row.partner_code,
    member,
    grossKopecks: row.gross_kopecks,
    discountKopecks: row.discount_kopecks,
    redeemedKopecks: row.redeemed_kopecks,
    payableKopecks: row.gross_kopecks - row.discount_kopecks - row.redeemed_kopecks,
    redeemedPoints: row.redeemed_points,
    accruedPoints: row.accrued_points,
  };
}

/** A receipt without a card belongs to its terminal's pseudo-member, a void one to nobody of its bucket. */
function isAnonymous(directory: Directory, row: ListedReceipt): boolean {
  if (row.member_id === nobodyOf(row.bucket)) return true;
  return directory.terminalById.get(row.terminal_id)?.pseudoMemberId === row.member_id;
}

function stateOf(row: ListedReceipt): ReceiptState {
  if (row.kind === 'void') return 'void';
  if (row.cancels > 0) return 'cancelled';
  return row.returns > 0 ? 'returned' : 'sale';
}

/** The moment on the store's wall, `YYYY-MM-DDTHH:MM`. */
export function wallClock(at: Instant, store: Store): string {
  const { date, minuteOfDay } = localMoment(at, store.zone);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date}T${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}
