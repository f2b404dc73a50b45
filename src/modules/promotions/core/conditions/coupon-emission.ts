import { Type } from 'typebox';
import { timesWords } from '../describe/words.ts';
import type { CouponFacts } from '../facts.ts';
import { defineCondition, MET } from '../language/condition.ts';
import {
  CLOSED,
  choice,
  codesParam,
  countParam,
  optionParam,
  optionsOf,
} from '../language/params.ts';
import { isRepeated, isUsable } from '../people/coupons.ts';

const KINDS = optionsOf(
  optionParam('public', { ru: 'общий', en: 'public' }),
  optionParam('personal', { ru: 'личный', en: 'personal' }),
  optionParam('distributed', { ru: 'розданный', en: 'distributed' }),
);

/** The buyer presented so many usable coupons of these emissions, and of this kind. */
export const couponEmission = defineCondition({
  code: 'coupon-emission',
  title: {
    ru: 'купоны выпуска {emissionCodes}[ ({kind})][, не меньше {minCount}]',
    en: 'coupons of the emission {emissionCodes}[ ({kind})][, {minCount} or more]',
  },
  params: Type.Object(
    {
      emissionCodes: codesParam({ ru: 'Выпуски', en: 'Emissions' }, 'coupon-emission'),
      minCount: Type.Optional(countParam({ ru: 'Не меньше', en: 'At least' }, 1)),
      kind: Type.Optional(Type.Union(KINDS, choice({ ru: 'Вид купона', en: 'Kind' }))),
    },
    CLOSED,
  ),
  class: 'state',
  unit: 'times',
  needs: ['coupons'],
  prepare: ({ emissionCodes, minCount = 1, kind = null }) => ({
    emissions: new Set<string | undefined>(emissionCodes),
    minCount,
    kind,
  }),
  check: (wanted, { coupons }) => {
    let count = 0;
    for (let i = 0; i < coupons.length; i += 1) {
      const one = coupons[i];
      if (typeof one !== 'object' || !isOf(one, wanted) || isRepeated(coupons, i)) continue;
      count += 1;
    }
    return count >= wanted.minCount ? MET : wanted.minCount - count;
  },
  why: (_params, { distance }) => {
    const more = timesWords(distance ?? 1);
    const text = {
      ru: distance === 1 ? 'нужен купон' : `нужны купоны: ещё ${more.ru}`,
      en: distance === 1 ? 'a coupon is needed' : `${distance} more coupons are needed`,
    };
    return { code: 'coupons-too-few', text };
  },
});

type Wanted = {
  readonly emissions: ReadonlySet<string | undefined>;
  readonly kind: string | null;
};

function isOf(coupon: CouponFacts, { emissions, kind }: Wanted): boolean {
  const isKind = kind === null || coupon.kind === kind;
  return isUsable(coupon) && isKind && emissions.has(coupon.emissionCode);
}
