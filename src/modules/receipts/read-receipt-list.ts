import { parseMemberWireId } from '#modules/members/core/index.ts';
import type { Clock } from '#platform/clock.ts';
import { decodeCursor, encodeCursor } from '#platform/http/cursor.ts';
import type { Principal } from '#platform/http/staff-routes.ts';
import { bucketOf } from '#shared/ids.ts';
import { refusals } from '#shared/refusal.ts';
import { type Instant, instant, parseInstant } from '#shared/time.ts';
import type { ReceiptList, ReceiptListQuery } from './admin-contract.ts';
import { listWindows } from './core/list-windows.ts';
import { type RowDeps, toReceiptRows } from './read-receipt-row.ts';
import {
  type ListedReceipt,
  type ReceiptFilter,
  type ReceiptKey,
  readReceipts,
} from './sql/read-receipts.ts';

const refuse = refusals({
  /** `from` or `to` names no real moment. */
  'moment-invalid': {
    status: 422,
    text: { ru: 'Такого момента не бывает.', en: 'There is no such moment.' },
    remedy: { ru: 'Проверьте дату.', en: 'Check the date.' },
  },
});

const PAGE = 50;
const BEGINNING = instant(0);
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Deps = RowDeps & { readonly clock: Clock };
type Where = Pick<ReceiptFilter, 'storeId' | 'partnerCode' | 'member' | 'state'>;

/**
 * A page of receipts, newest first.
 * @throws Refusal bad-cursor, moment-invalid
 */
export async function readReceiptList(
  deps: Deps,
  query: ReceiptListQuery,
  principal: Principal,
): Promise<ReceiptList> {
  const { limit = PAGE } = query;
  const where = filterOf(deps, query, principal);
  if (where === undefined) return { receipts: [], nextCursor: null };
  const start = momentOf(query.from, '/from') ?? BEGINNING;
  const rows = await newest(deps, where, {
    before: firstKey(deps, query),
    start,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    receipts: await toReceiptRows(deps, page, principal),
    nextCursor: hasMore ? encodeCursor([last.recorded_at, last.id]) : null,
  };
}

/** Looks in ever wider spans of time until the page is full. */
async function newest(
  deps: Deps,
  where: Where,
  page: { readonly before: ReceiptKey; readonly start: Instant; readonly limit: number },
): Promise<readonly ListedReceipt[]> {
  const { before, start, limit } = page;
  // A member's receipts lie in one bucket: no need to narrow them by time first.
  const spans = where.member === undefined ? listWindows(before.recordedAt, start) : [start];
  let rows: readonly ListedReceipt[] = [];
  for (const from of spans) {
    rows = await readReceipts(deps.db, { ...where, from, before, limit });
    if (rows.length === limit) break;
  }
  return rows;
}

/** undefined: nothing can match. */
function filterOf(deps: Deps, query: ReceiptListQuery, principal: Principal): Where | undefined {
  const { stores } = deps.directory.current();
  const store = stores.find((one) => one.code === query.storeCode);
  if (query.storeCode !== undefined && store === undefined) return undefined;
  const memberId = query.memberId === undefined ? undefined : parseMemberWireId(query.memberId);
  if (query.memberId !== undefined && memberId === undefined) return undefined;
  return {
    storeId: store?.id,
    partnerCode: principal.partnerCode ?? undefined,
    member: memberId === undefined ? undefined : { bucket: bucketOf(memberId), memberId },
    state: query.kind,
  };
}

function firstKey(deps: Deps, query: ReceiptListQuery): ReceiptKey {
  const key = decodeCursor(query.cursor, ['moment', ID]);
  if (key !== undefined) {
    const [recordedAt, id = LAST_ID] = key;
    return { recordedAt: instant(Number(recordedAt)), id };
  }
  const end = momentOf(query.to, '/to');
  // `to` itself is outside; a millisecond is the finest that receipts are recorded by.
  if (end !== undefined) return { recordedAt: instant(end - 1), id: LAST_ID };
  return { recordedAt: deps.clock.now(), id: LAST_ID };
}

function momentOf(text: string | undefined, path: string): Instant | undefined {
  if (text === undefined) return undefined;
  const at = parseInstant(text);
  if (at === undefined || at < BEGINNING) throw refuse('moment-invalid', { path });
  return at;
}
