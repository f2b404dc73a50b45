import { Type } from 'typebox';
import { dayNumber } from '#shared/time.ts';
import { openBoundsProblems, UNBOUNDED } from '../basket/bounds.ts';
import { daysWords } from '../describe/words.ts';
import { defineCondition, FAR, MET } from '../language/condition.ts';
import { CLOSED, daysParam } from '../language/params.ts';
import { NOT_IDENTIFIED } from '../play/whys.ts';

/** So many days have passed since the member's last purchase; who never bought has no such day. */
export const daysSincePurchase = defineCondition({
  code: 'days-since-purchase',
  title: {
    ru: 'с прошлой покупки прошло[ не меньше {minDays}][ не больше {maxDays}]',
    en: 'since the last purchase[ {minDays} or more][ {maxDays} at most]',
  },
  params: Type.Object(
    {
      minDays: Type.Optional(daysParam({ ru: 'Не меньше', en: 'At least' }, 0, 36_500)),
      maxDays: Type.Optional(daysParam({ ru: 'Не больше', en: 'At most' }, 0, 36_500)),
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'days',
  needs: ['member', 'last-purchase', 'time'],
  prepare: ({ minDays = -UNBOUNDED, maxDays = UNBOUNDED }) => ({ minDays, maxDays }),
  check: ({ minDays, maxDays }, { member, local }) => {
    const last = member?.lastPurchaseOn ?? null;
    if (last === null) return FAR;
    const days = dayNumber(local.date) - dayNumber(last);
    if (days < minDays) return minDays - days;
    return days <= maxDays ? MET : FAR;
  },
  why: (_params, { facts, distance }) => {
    if (facts.member === null) return NOT_IDENTIFIED;
    if (distance !== null) return tooSoon(distance);
    return (facts.member.lastPurchaseOn ?? null) === null ? NEVER_BOUGHT : TOO_LATE;
  },
  problems: (params) => openBoundsProblems(params, 'minDays', 'maxDays'),
});

const NEVER_BOUGHT = {
  code: 'never-bought',
  text: { ru: 'это первая покупка', en: 'this is the first purchase' },
};

const TOO_LATE = {
  code: 'purchase-too-long-ago',
  text: { ru: 'прошлая покупка слишком давно', en: 'the last purchase was too long ago' },
};

function tooSoon(days: number) {
  const more = daysWords(days);
  const text = {
    ru: `через ${more.ru} без покупок`,
    en: `after ${more.en} more without a purchase`,
  };
  return { code: 'purchase-too-soon', text };
}
