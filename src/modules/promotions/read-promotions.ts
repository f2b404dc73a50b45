import type { Database } from '#platform/db/index.ts';
import { decodeCursor, encodeCursor } from '#platform/http/cursor.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { PromotionList, PromotionListQuery, PromotionRow } from './admin-contract.ts';
import { describePromotion, PHASES, type Promotion } from './core/index.ts';
import { refuse } from './refusals.ts';
import type { RuleSets } from './rule-sets.ts';
import { readLastChanges } from './sql/rule-sets.ts';

const PAGE = 100;
const CODE = /^[a-z0-9][a-z0-9._-]{0,63}$/;

type Deps = { readonly db: Database; readonly ruleSets: RuleSets };
type Changes = ReadonlyMap<string, { readonly changed_at: Instant; readonly changed_by: string }>;

/** Promotions of the version that tills work by, those that are off too, by code. @throws Refusal bad-cursor */
export async function listPromotions(
  deps: Deps,
  query: PromotionListQuery,
): Promise<PromotionList> {
  const { limit = PAGE } = query;
  const [after = ''] = decodeCursor(query.cursor, [CODE]) ?? [];
  await deps.ruleSets.refresh();
  const { version, promotions } = deps.ruleSets.current();
  const rest = promotions.filter(({ code }) => code > after);
  const changes = await changesByCode(deps.db);
  const page = rest.slice(0, limit).map((promotion) => toRow(deps, promotion, changes));
  const last = page.at(-1);
  return {
    ruleSetVersion: version,
    promotions: page,
    nextCursor: rest.length > limit && last !== undefined ? encodeCursor([last.code]) : null,
  };
}

/** One promotion as it is now. @throws Refusal unknown-promotion */
export async function readPromotion(deps: Deps, code: string): Promise<PromotionRow> {
  const promotion = deps.ruleSets.current().promotions.find((one) => one.code === code);
  if (promotion === undefined) throw refuse('unknown-promotion', { path: '/code' });
  return toRow(deps, promotion, await changesByCode(deps.db));
}

async function changesByCode(db: Database): Promise<Changes> {
  return new Map((await db.run(readLastChanges())).map((row) => [row.code, row]));
}

function toRow({ ruleSets }: Deps, promotion: Promotion, changes: Changes): PromotionRow {
  const { code, title, isOn, stacking } = promotion;
  const phase = PHASES.find((one) => one.number === promotion.phase);
  const change = changes.get(code);
  return {
    code,
    title,
    sentence: describePromotion(promotion),
    phase: phase?.code ?? String(promotion.phase),
    stacking: stacking.policy ?? ruleSets.current().settings.policy,
    isOn,
    changedAt: change === undefined ? null : formatInstant(change.changed_at),
    changedBy: change?.changed_by ?? null,
  };
}
