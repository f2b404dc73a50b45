import { canMeet, canStandBefore, orderOf } from '../compile/play-order.ts';
import type { Promotion } from '../language/rule.ts';
import type { Settings } from '../language/settings.ts';
import type { PromotionProblem } from './schema-problems.ts';

type ByCode = ReadonlyMap<string, Promotion>;

/**
 * Refuses what is required and can never have applied before: a promotion that plays later, or one that
 * requires this one in its turn. A code that nobody has is allowed: it never fires.
 */
export function requiresProblems(
  promotions: readonly Promotion[],
  settings: Settings,
): readonly PromotionProblem[] {
  const byCode: ByCode = new Map(promotions.map((promotion) => [promotion.code, promotion]));
  return promotions.flatMap((promotion, i) =>
    (promotion.stacking.requires ?? []).flatMap((code, k) => {
      const required = byCode.get(code);
      if (required === undefined || required === promotion) return [];
      const path = `/${i}/stacking/requires/${k}`;
      if (reaches(required, promotion.code, byCode)) return [{ path, ...CYCLE }];
      return canStandBefore(required, promotion, settings) ? [] : [{ path, ...NEVER }];
    }),
  );
}

/** Blocks that come too late to switch anything off: worth a warning, nothing more. */
export function lateBlocks(promotions: readonly Promotion[]): readonly PromotionProblem[] {
  const byCode: ByCode = new Map(promotions.map((promotion) => [promotion.code, promotion]));
  return promotions.flatMap((promotion, i) =>
    (promotion.stacking.blocks ?? []).flatMap((code, k) => {
      const blocked = byCode.get(code);
      if (blocked === undefined || !isTooLate(promotion, blocked)) return [];
      return [{ path: `/${i}/stacking/blocks/${k}`, ...TOO_LATE }];
    }),
  );
}

function isTooLate(promotion: Promotion, blocked: Promotion): boolean {
  if (!canMeet(promotion, blocked)) return false;
  const order = orderOf(blocked, promotion);
  if (order !== 'same-group') return order === 'before';
  return promotion.stacking.isAlways === true && blocked.stacking.isAlways !== true;
}

/** Whether one promotion requires another, by any chain. */
function reaches(from: Promotion, code: string, byCode: ByCode): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const next of at.stacking.requires ?? []) {
      if (next === code) return true;
      const promotion = byCode.get(next);
      if (promotion === undefined || seen.has(next)) continue;
      seen.add(next);
      waiting.push(promotion);
    }
  }
  return false;
}

const CYCLE = {
  code: 'requires-cycle',
  text: { ru: 'Акции требуют друг друга.', en: 'The promotions require each other.' },
};
const NEVER = {
  code: 'requires-never-holds',
  text: {
    ru: 'Эта акция не может сработать раньше.',
    en: 'That promotion can never have applied before.',
  },
};
const TOO_LATE = {
  code: 'block-too-late',
  text: {
    ru: 'Эта акция срабатывает раньше: блокировка опоздает.',
    en: 'That promotion plays earlier: the block comes too late.',
  },
};
