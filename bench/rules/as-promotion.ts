import type { Expr, Promotion } from '#modules/promotions/core/index.ts';
import { divFloor } from '#shared/ratio.ts';
import type { Condition, Gift, Goods, SimpleRule } from './simple-rules.ts';

/**
 * A simple rule as a promotion: in a group that adds up, by priority, most of them with limits whose
 * room is never used up, as the peers have none.
 */
export function asPromotion(rule: SimpleRule, place: number): Promotion {
  const { code, priority, when, goods, gift } = rule;
  const limits = limitsOf(gift, place);
  return {
    code,
    title: { ru: `Акция ${code}`, en: `Promotion ${code}` },
    isOn: true,
    when: when.map(exprOf),
    ...(goods === null ? {} : { select: { selector: 'goods', params: filterOf(goods) } }),
    ...partOf(gift),
    stacking: { group: 'all-add-up', policy: 'sum', priority },
    ...(limits.length === 0 ? {} : { limits: [...limits] }),
  };
}

/** A condition in the engine's language. */
export function exprOf(condition: Condition): Expr {
  switch (condition.kind) {
    case 'stores':
      return { condition: 'place', params: { storeCodes: condition.codes } };
    case 'hours': {
      const { fromMinute, toMinute } = condition;
      return { condition: 'local-hours', params: { fromMinute, toMinute } };
    }
    case 'weekdays':
      return { condition: 'weekdays', params: { weekdays: condition.days } };
    case 'tags':
      return { condition: 'member-tag', params: { tags: condition.tags } };
    case 'tiers':
      return { condition: 'member-tier', params: { tierCodes: condition.codes } };
    case 'basket':
      return { condition: 'basket-total', params: { minKopecks: condition.minKopecks } };
    case 'every-nth':
      return { condition: 'nth-purchase', params: { number: condition.number } };
    case 'coupons':
      return { condition: 'coupon', params: { couponCodes: condition.codes } };
  }
}

/** A goods filter in the engine's language. */
export function filterOf(goods: Goods): Record<string, unknown> {
  return 'skus' in goods ? { skus: goods.skus } : { groupCodes: goods.groups };
}

function partOf(gift: Gift): Pick<Promotion, 'phase' | 'then'> {
  switch (gift.kind) {
    case 'percent':
      return {
        phase: 2,
        then: [{ effect: 'percent-off', params: { rateBasisPoints: gift.basisPoints } }],
      };
    case 'amount':
      return {
        phase: 2,
        then: [{ effect: 'amount-off', params: { amountKopecks: gift.kopecks, per: 'unit' } }],
      };
    case 'points': {
      const { points, perKopecks } = gift;
      return {
        phase: 8,
        then: [{ effect: 'earn-per-amount', params: { points, perKopecks, base: 'gross' } }],
      };
    }
  }
}

type Limits = NonNullable<Promotion['limits']>;

/** Of ten promotions four have a budget, and two of these a bound a day and member. */
function limitsOf(gift: Gift, place: number): Limits {
  if (place % 5 > 1) return [];
  const unit = gift.kind === 'points' ? 'points' : 'kopecks';
  const budget = {
    code: 'budget',
    unit,
    subject: 'promotion',
    period: 'offer',
    max: 10 ** 12,
  } as const;
  const daily = {
    code: 'daily',
    unit: 'times',
    subject: 'member',
    period: 'day',
    max: 50,
  } as const;
  return place % 5 === 0 ? [daily, budget] : [budget];
}

/** What has been used of every limit, as the loader would tell. */
export function useOfLimits(promotions: readonly Promotion[]): Readonly<Record<string, number>> {
  const keys = promotions.flatMap(({ code, limits = [] }) =>
    limits.map((limit) => [limit.key ?? `${code}/${limit.code}`, divFloor(limit.max, 4)] as const),
  );
  return Object.fromEntries(keys);
}
