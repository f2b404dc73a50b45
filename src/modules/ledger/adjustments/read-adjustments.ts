import { parseMemberWireId } from '#modules/members/core/index.ts';
import { decodeCursor, encodeCursor } from '#platform/http/cursor.ts';
import type { Principal } from '#platform/http/staff-routes.ts';
import { bucketOf } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import {
  ADJUSTMENT_STATES,
  type AdjustmentDetail,
  type AdjustmentList,
  type AdjustmentListQuery,
  type AdjustmentRules,
  type Forecast,
} from '../admin-contract.ts';
import { accountOf, findOperation, spendable } from '../core/index.ts';
import { openBooks } from '../open-books.ts';
import { PROGRAMME_ZONE } from '../programme-zone.ts';
import {
  type AdjustmentFilter,
  type AdjustmentRow,
  readAdjustments,
  sumProposed,
} from '../sql/adjustments.ts';
import { readAccounts } from '../sql/read-accounts.ts';
import { readLots } from '../sql/read-lots.ts';
import { knownCurrencyLine } from '../wire.ts';
import {
  type AdjustmentCall,
  type AdjustmentDeps,
  adjustmentLine,
  adjustmentLines,
  auditAdjustment,
  keyOf,
  requireAdjustment,
} from './adjustment.ts';
import { decisionIdOf, isTooOld } from './decide-adjustment.ts';
import { allowanceOf, DAY_MS, REASONS } from './rules.ts';

const PAGE = 50;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DECIDED = ADJUSTMENT_STATES.filter((state) => state !== 'proposed');

/** A page of adjustments, newest first unless asked otherwise. @throws Refusal bad-cursor */
export async function listAdjustments(
  deps: AdjustmentDeps,
  query: AdjustmentListQuery,
  principal: Principal,
): Promise<AdjustmentList> {
  const { limit = PAGE } = query;
  const member = query.memberId === undefined ? undefined : parseMemberWireId(query.memberId);
  if (query.memberId !== undefined && member === undefined) {
    return { adjustments: [], nextCursor: null };
  }
  const rows = await readAdjustments(deps.db, {
    ...filterOf(query, principal),
    memberId: member,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return {
    adjustments: await adjustmentLines(deps, page, principal),
    nextCursor: hasMore ? encodeCursor([last.made_at, last.id]) : null,
  };
}

function filterOf(
  query: AdjustmentListQuery,
  principal: Principal,
): Omit<AdjustmentFilter, 'memberId' | 'limit'> {
  const { state, maker, order } = query;
  const key = decodeCursor(query.cursor, ['moment', ID]);
  const [madeAt, id = ''] = key ?? [];
  return {
    states: state === undefined ? undefined : state === 'decided' ? DECIDED : [state],
    maker: maker === undefined ? undefined : { id: principal.id, is: maker === 'me' },
    isOldestFirst: order === 'oldest',
    after: key === undefined ? undefined : { madeAt: instant(Number(madeAt)), id },
  };
}

/**
 * An adjustment with what an approval would do to the account as it stands. Looking is written down.
 * @throws Refusal no-such-member, no-such-adjustment
 */
export async function readAdjustmentDetail(
  deps: AdjustmentDeps,
  call: AdjustmentCall,
): Promise<AdjustmentDetail> {
  const key = await keyOf(deps, call);
  const row = await requireAdjustment(deps, key);
  await auditAdjustment(deps, call.principal, { verb: 'read', key, words: null });
  return {
    adjustment: await adjustmentLine(deps, row, call.principal),
    forecast: row.state === 'proposed' ? await forecast(deps, row) : null,
  };
}

/** Tries the operation on a copy of the books: the same rules, nothing written. */
async function forecast(deps: AdjustmentDeps, row: AdjustmentRow): Promise<Forecast> {
  const { member_id: owner, currency_code: currencyCode, points, reason_code: reasonCode } = row;
  const [accounts, lots] = await deps.db.pipeline([
    readAccounts(owner),
    readLots([bucketOf(owner)], [owner]),
  ] as const);
  const now = deps.clock.now();
  const book = openBooks([owner], { accounts, lots }, { now, hasLots: () => true }).get(owner);
  const operation = findOperation(row.direction);
  const id = decisionIdOf(row);
  const cause = {
    operationId: id,
    receiptId: null,
    occurredAt: now,
    postedAt: now,
    partnerCode: '',
  };
  const before = book && accountOf(book, currencyCode);
  const decided =
    book &&
    operation?.decide(
      book,
      { currencyCode, points, reasonCode },
      {
        cause,
        zone: PROGRAMME_ZONE,
        termsOf: (code) => deps.currencies.find(code)?.terms,
        exchangeOf: () => undefined,
        newLotId: () => id,
        earlier: [],
        transit: undefined,
      },
    );
  const after = book && accountOf(book, currencyCode);
  const balance = (account: typeof after) => (account?.balance ?? 0) - (account?.debt ?? 0);
  const refusal = decided?.isGood === false ? decided.code : null;
  const moved = decided?.isGood === true ? decided.result['points'] : 0;
  return {
    spendablePoints: before === undefined ? 0 : spendable(before),
    balancePoints: balance(before),
    balanceAfterPoints: balance(after),
    movedPoints: typeof moved === 'number' ? moved : 0,
    refusal: isTooOld(row, now) ? 'adjustment-too-old' : refusal,
  };
}

/** Reasons, and what the one who asks may do in each currency. */
export async function readAdjustmentRules(
  deps: AdjustmentDeps,
  principal: Principal,
): Promise<AdjustmentRules> {
  const since = instant(deps.clock.now() - DAY_MS);
  const sums = await deps.db.run(sumProposed(principal.id, since));
  const sumByCode = new Map(sums.map((row) => [row.currency_code, row.points]));
  return {
    reasons: Object.entries(REASONS).map(([code, { title, directions }]) => ({
      code,
      title,
      directions: [...directions],
    })),
    limits: deps.currencies
      .all()
      .filter((currency) => !currency.isArchived)
      .sort((a, b) => Number(b.isMain) - Number(a.isMain))
      .map((currency) => {
        const { proposeMax, dailyMax, approveMax } = allowanceOf(principal, currency.divisibility);
        return {
          currency: knownCurrencyLine(currency),
          proposePointsMax: proposeMax,
          dailyPointsMax: dailyMax,
          dailyPointsLeft: Math.max(0, dailyMax - (sumByCode.get(currency.code) ?? 0)),
          approvePointsMax: approveMax,
        };
      }),
  };
}
