import type { Limit, LimitUnit } from '../language/limit-shape.ts';
import type { Promotion } from '../language/rule.ts';

/** A limit made ready. */
export type CompiledLimit = {
  /** Its place in the promotion's list. */
  readonly no: number;
  readonly limit: Limit;
  readonly unit: LimitUnit;
  readonly key: string;
  /** It may be asked again in this decision or its sub-events, so its use here must be known there. */
  readonly isShared: boolean;
  readonly max: number;
  readonly isStop: boolean;
  readonly isAlarm: boolean;
  /** Each line apart. */
  readonly isByLine: boolean;
  /** It looks at this receipt alone: nothing is read from facts or reported. */
  readonly isOfReceipt: boolean;
  /** It has no subject when the buyer is anonymous. */
  readonly isOfMember: boolean;
};

const OF_MEMBER: readonly Limit['subject'][] = ['member', 'household', 'card'];

/** A promotion's limits in written order. */
export function compileLimits(
  promotion: Promotion,
  sharedKeys: ReadonlySet<string>,
): readonly CompiledLimit[] {
  const { limits = [] } = promotion;
  return limits.map((limit, no) => ({
    no,
    limit,
    unit: limit.unit,
    key: keyOf(promotion, limit),
    isShared: sharedKeys.has(keyOf(promotion, limit)),
    max: limit.max,
    isStop: limit.reaction === 'stop',
    isAlarm: limit.reaction === 'alarm',
    isByLine: limit.subject === 'line',
    isOfReceipt: limit.period === 'receipt' || limit.subject === 'line',
    isOfMember: OF_MEMBER.includes(limit.subject),
  }));
}

/** Whether a decision may have something to say of its use. */
export function isTold({ isOfReceipt, isByLine, isAlarm, limit }: CompiledLimit): boolean {
  return !isOfReceipt || (!isByLine && (isAlarm || limit.lowWater !== undefined));
}

/**
 * Keys of which a decision and its sub-events may ask twice: several limits have them, or the limit of a
 * promotion that an event of the tree may reach again.
 */
export function sharedKeysOf(promotions: readonly Promotion[]): ReadonlySet<string> {
  const fired = new Set(promotions.flatMap(firedBy));
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const promotion of promotions) {
    const isFired = fired.has(promotion.trigger ?? 'receipt');
    for (const limit of promotion.limits ?? []) {
      const key = keyOf(promotion, limit);
      (isFired || seen.has(key) ? shared : seen).add(key);
    }
  }
  return shared;
}

/** Triggers of the events that a promotion raises. */
function firedBy({ then }: Promotion): readonly string[] {
  return then.flatMap(({ effect, params }) =>
    effect === 'fire' || effect === 'iterate' ? [String(params['event'])] : [],
  );
}

function keyOf({ code }: Promotion, limit: Limit): string {
  return limit.key ?? `${code}/${limit.code}`;
}
