import type { Expr, Promotion } from '#modules/promotions/core/index.ts';
import { type Random, randomOf } from '../../db/seed/random.ts';
import { exprOf, filterOf } from './as-promotion.ts';
import { type Goods, groupsNamed, scopeOf } from './simple-rules.ts';
import { between, couponCode, someOf, TIERS, tagCode, WORLD } from './world.ts';

type Effect = Promotion['then'][number];
type Select = NonNullable<Promotion['select']>;
type Limits = NonNullable<Promotion['limits']>;

/** A kind of promotion that a retailer runs: where it stands, how it gets on with its like, what it gives. */
type Kind = {
  readonly weight: number;
  readonly phase: number;
  readonly stacking: Omit<Promotion['stacking'], 'priority'>;
  /** Goods of its own, when it cannot be about all of them. */
  readonly needsGoods?: true;
  readonly needsCoupon?: true;
  readonly selector?: (filter: Select['params']) => Select;
  readonly effect: (random: Random) => Effect;
};

/** So many promotions of all kinds, those of the house among them: the same seed gives the same ones. */
export function mixedPromotionsOf(seed: string, count: number): readonly Promotion[] {
  const random = randomOf(`${seed}-${count}`);
  return Array.from(
    { length: count },
    (_, place) => OF_THE_HOUSE[place] ?? aPromotion(random, place),
  );
}

/** What a programme always has, whatever else is on. */
const OF_THE_HOUSE: readonly Promotion[] = [
  {
    code: 'house-points',
    title: { ru: 'Балл за каждые 20 ₽', en: 'A point for each 20 ₽' },
    phase: 8,
    isOn: true,
    then: [{ effect: 'earn-per-amount', params: { points: 1, perKopecks: 2_000 } }],
    stacking: { group: 'base', policy: 'sum', turn: 1, priority: 1_000 },
  },
  {
    code: 'house-gold',
    title: { ru: 'Золотым вдвое', en: 'Twice for gold' },
    phase: 8,
    isOn: true,
    when: [{ condition: 'member-tier', params: { tierCodes: ['gold'] } }],
    then: [{ effect: 'multiply-points', params: { factorHundredths: 200 } }],
    stacking: { group: 'multiply', policy: 'best-for-buyer', priority: 0 },
  },
  {
    code: 'house-pay',
    title: { ru: 'Баллами до 30 %', en: 'Points pay up to 30 %' },
    phase: 7,
    isOn: true,
    then: [{ effect: 'redemption-cap', params: { shareBasisPoints: 3_000 } }],
    stacking: { group: 'pay', policy: 'first-by-priority', priority: 0 },
  },
];

function aPromotion(random: Random, place: number): Promotion {
  const kind = KINDS[random.weighted(KINDS.map(({ weight }) => weight))] ?? FIRST;
  const code = `p${String(place).padStart(4, '0')}`;
  const scope = scopeOf(random);
  const goods = scope.goods ?? (kind.needsGoods === true ? groupsNamed(random) : null);
  const when = [...scope.when.map(exprOf), ...moreConditions(random, goods)];
  if (kind.needsCoupon === true) when.push(couponOf(random));
  const filter = goods === null ? null : filterOf(goods);
  const select = kind.selector?.(filter ?? {}) ?? (filter && { selector: 'goods', params: filter });
  const limits = limitsOf(random, kind);
  const isAlone = kind.stacking.group === 'coupon' && random.chance(20);
  return {
    code,
    title: { ru: `Акция ${code}`, en: `Promotion ${code}` },
    phase: kind.phase,
    isOn: true,
    when,
    ...(select === null ? {} : { select }),
    then: [kind.effect(random)],
    stacking: {
      ...kind.stacking,
      priority: random.int(1_000),
      ...(isAlone ? { exclusive: 'group' as const } : {}),
    },
    ...(limits.length === 0 ? {} : { limits }),
  };
}

const percent = (least: number, most: number) => (random: Random) => ({
  effect: 'percent-off',
  params: { rateBasisPoints: 100 * between(random, least, most) },
});

const FIRST: Kind = {
  weight: 25,
  phase: 2,
  stacking: { group: 'shelf', policy: 'best-per-line', turn: 3 },
  needsGoods: true,
  effect: percent(5, 40),
};

const KINDS: readonly Kind[] = [
  FIRST,
  {
    weight: 8,
    phase: 2,
    stacking: { group: 'shelf', policy: 'best-per-line', turn: 3 },
    needsGoods: true,
    effect: (random) => ({
      effect: 'fixed-price',
      params: { priceKopecks: 1_000 * between(random, 3, 60) - 1 },
    }),
  },
  {
    weight: 12,
    phase: 2,
    stacking: { group: 'supplier', policy: 'sum', turn: 2, capBasisPoints: 3_000 },
    needsGoods: true,
    effect: (random) => ({
      effect: 'amount-off',
      params: { amountKopecks: 100 * between(random, 1, 50), per: 'unit' },
    }),
  },
  {
    weight: 10,
    phase: 2,
    stacking: { group: 'personal', policy: 'chain', turn: 1 },
    effect: percent(2, 10),
  },
  {
    weight: 10,
    phase: 3,
    stacking: { group: 'third-free', policy: 'best-for-buyer' },
    needsGoods: true,
    selector: (filter) => ({
      selector: 'n-plus-m',
      params: { ...filter, paidUnits: 2, freeUnits: 1, cheapest: 'of-each-group' },
    }),
    effect: percent(100, 100),
  },
  {
    weight: 8,
    phase: 4,
    stacking: { group: 'basket', policy: 'first-by-priority' },
    effect: (random) => ({
      effect: 'receipt-amount-off',
      params: { amountKopecks: 5_000 * between(random, 1, 10) },
    }),
  },
  {
    weight: 7,
    phase: 5,
    stacking: { group: 'coupon', policy: 'best-for-buyer' },
    needsCoupon: true,
    effect: percent(5, 20),
  },
  {
    weight: 2,
    phase: 7,
    stacking: { group: 'pay', policy: 'first-by-priority' },
    effect: (random) => ({
      effect: 'redemption-cap',
      params: { shareBasisPoints: 1_000 * between(random, 1, 5) },
    }),
  },
  {
    weight: 12,
    phase: 8,
    stacking: { group: 'base', policy: 'sum', turn: 1 },
    effect: (random) => ({
      effect: 'earn-per-amount',
      params: { points: between(random, 1, 3), perKopecks: 1_000 * between(random, 2, 20) },
    }),
  },
  {
    weight: 4,
    phase: 8,
    stacking: { group: 'bonus', policy: 'best-for-buyer' },
    effect: (random) => ({
      effect: 'earn-fixed',
      params: { points: 10 * between(random, 1, 20), per: 'receipt' },
    }),
  },
  {
    weight: 2,
    phase: 8,
    stacking: { group: 'multiply', policy: 'best-for-buyer' },
    effect: (random) => ({
      effect: 'multiply-points',
      params: { factorHundredths: 100 * between(random, 2, 5) },
    }),
  },
];

/** What the simple rules cannot say. */
function moreConditions(random: Random, goods: Goods | null): readonly Expr[] {
  const more: Expr[] = [];
  if (random.chance(30)) {
    const params = { fromDate: '2026-02-01', toDate: random.pick(['2026-03-20', '2026-04-30']) };
    more.push({ condition: 'date-range', params });
  }
  if (random.chance(8)) more.push({ condition: 'channel', params: { channels: ['store'] } });
  if (random.chance(10)) {
    const minKopecks = 10_000 * between(random, 1, 10);
    more.push({
      condition: 'goods-sum',
      params: { ...(goods === null ? {} : filterOf(goods)), minKopecks },
    });
  }
  if (random.chance(5)) more.push({ not: tagged(random) });
  if (random.chance(5)) {
    const tiers = { condition: 'member-tier', params: { tierCodes: TIERS.slice(1) } };
    more.push({ any: [tiers, tagged(random)] });
  }
  return more;
}

function tagged(random: Random): Expr {
  const tags = someOf(random, 2, { of: WORLD.tags, code: tagCode });
  return { condition: 'member-tag', params: { tags } };
}

function couponOf(random: Random): Expr {
  const couponCodes = someOf(random, 2, { of: WORLD.coupons, code: couponCode });
  return { condition: 'coupon', params: { couponCodes } };
}

/** Budgets, bounds a day and member, bounds of a receipt; some of them bite. */
function limitsOf(random: Random, { phase, needsGoods }: Kind): Limits {
  const unit = phase === 8 ? 'points' : 'kopecks';
  const limits: Limits = [];
  if (random.chance(20)) {
    limits.push({ code: 'daily', unit: 'times', subject: 'member', period: 'day', max: 3 });
  }
  if (needsGoods === true && random.chance(15)) {
    limits.push({ code: 'units', unit: 'units', subject: 'receipt', period: 'receipt', max: 4 });
  }
  if (phase !== 7 && random.chance(40)) {
    const max = random.chance(10) ? 2_000 : 10 ** 12;
    limits.push({ code: 'budget', unit, subject: 'promotion', period: 'offer', max });
  }
  return limits;
}
