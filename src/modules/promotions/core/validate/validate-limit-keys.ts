import type { Limit } from '../language/limit-shape.ts';
import type { Promotion } from '../language/rule.ts';
import type { Settings } from '../language/settings.ts';
import { isKept, isShared, meterOf } from '../people/meter.ts';
import type { PromotionProblem } from './schema-problems.ts';

/**
 * Checks how limits are counted: all limits of one key count the same thing of the same subject, and what
 * many members share has one bound (so that it can be handed out) and a period of the calendar.
 */
export function limitKeyProblems(
  promotions: readonly Promotion[],
  settings: Settings,
): readonly PromotionProblem[] {
  const firstByKey = new Map<string, string>();
  return promotions.flatMap((promotion, i) =>
    (promotion.limits ?? []).flatMap((limit, j): PromotionProblem[] => {
      if (!isKept(limit)) return [];
      const path = `/${i}/limits/${j}`;
      const floats = isShared(limit.subject) && typeof limit.period !== 'string';
      if (floats) return [{ path: `${path}/period`, ...SHARED_FLOATS }];
      const key = limit.key ?? `${promotion.code}/${limit.code}`;
      const meaning = meaningOf(limit, promotion, settings);
      const first = firstByKey.get(key) ?? meaning;
      firstByKey.set(key, first);
      return first === meaning ? [] : [{ path: `${path}/key`, ...MIXED }];
    }),
  );
}

function meaningOf(limit: Limit, promotion: Promotion, settings: Settings): string {
  const meter = meterOf('', limit);
  if (!isShared(limit.subject)) return meter;
  const owner =
    limit.subject === 'campaign'
      ? promotion.campaignCode
      : limit.subject === 'funder' && (promotion.funding?.[0]?.partyCode ?? settings.funderCode);
  return [meter, limit.max, limit.reaction === 'alarm', owner].join(' ');
}

const SHARED_FLOATS = {
  code: 'limit-shared-floats',
  text: {
    ru: 'Скользящий период бывает только у лимита покупателя: для общего выберите день, неделю, месяц.',
    en: 'Only limits of a member may have a floating period: for a shared one choose day, week, month.',
  },
};
const MIXED = {
  code: 'limit-key-mixed',
  text: {
    ru: 'Лимиты с одним ключом считают одно и то же: единица, чей, период, у общих и предел.',
    en: 'Limits of one key count the same: unit, subject, period, and for shared ones the bound.',
  },
};
