import { type Random, randomOf } from '../../db/seed/random.ts';
import {
  between,
  couponCode,
  groupCode,
  skuCode,
  someOf,
  storeCode,
  tagCode,
  WORLD,
} from './world.ts';

/** What has to hold. A condition about a member is missed by a stranger. */
export type Condition =
  | { readonly kind: 'stores'; readonly codes: readonly string[] }
  | { readonly kind: 'hours'; readonly fromMinute: number; readonly toMinute: number }
  | { readonly kind: 'weekdays'; readonly days: readonly number[] }
  | { readonly kind: 'tags'; readonly tags: readonly string[] }
  | { readonly kind: 'tiers'; readonly codes: readonly string[] }
  | { readonly kind: 'basket'; readonly minKopecks: number }
  | { readonly kind: 'every-nth'; readonly number: number }
  | { readonly kind: 'coupons'; readonly codes: readonly string[] };

/** Lines of these SKUs or of these groups. */
export type Goods = { readonly skus: readonly string[] } | { readonly groups: readonly string[] };

/** What each promotion gives, counted from the prices before any of them. */
export type Gift =
  | { readonly kind: 'percent'; readonly basisPoints: number }
  /** Per whole unit of a matching line. */
  | { readonly kind: 'amount'; readonly kopecks: number }
  /** For each full step of the matching lines' sum; members only. */
  | { readonly kind: 'points'; readonly points: number; readonly perKopecks: number };

/** A promotion that every engine of this bench can express. What they give is added up. */
export type SimpleRule = {
  readonly code: string;
  readonly priority: number;
  readonly when: readonly Condition[];
  /** null: all goods. */
  readonly goods: Goods | null;
  readonly gift: Gift;
};

/** So many promotions: the same seed gives the same ones. */
export function simpleRulesOf(seed: string, count: number): readonly SimpleRule[] {
  const random = randomOf(`${seed}-${count}`);
  return Array.from({ length: count }, (_, place) =>
    place === 0 ? HOUSE_POINTS : aRule(random, place),
  );
}

/** What a programme always has. */
const HOUSE_POINTS: SimpleRule = {
  code: 'house-points',
  priority: 0,
  when: [],
  goods: null,
  gift: { kind: 'points', points: 1, perKopecks: 2_000 },
};

function aRule(random: Random, place: number): SimpleRule {
  return {
    code: `p${String(place).padStart(4, '0')}`,
    priority: random.int(1_000),
    ...scopeOf(random),
    gift: giftOf(random),
  };
}

/** Where, when, for whom and on which goods a promotion holds. */
export function scopeOf(random: Random): Pick<SimpleRule, 'when' | 'goods'> {
  const goods = goodsOf(random);
  // What is given on all goods is given to few.
  return { goods, when: conditionsOf(random, goods === null ? 3 : 0) };
}

function goodsOf(random: Random): Goods | null {
  const kind = random.weighted([60, 25, 15]);
  if (kind === 0) {
    return { skus: someOf(random, between(random, 20, 200), { of: WORLD.skus, code: skuCode }) };
  }
  return kind === 1 ? groupsNamed(random) : null;
}

/** A few groups of goods. */
export function groupsNamed(random: Random): Goods {
  return { groups: someOf(random, between(random, 1, 4), { of: WORLD.groups, code: groupCode }) };
}

function conditionsOf(random: Random, least: number): readonly Condition[] {
  for (;;) {
    const drawn = MAKERS.filter(({ percent }) => random.chance(percent));
    if (drawn.length >= least) return drawn.flatMap(({ make }) => make(random));
  }
}

type Maker = { readonly percent: number; readonly make: (random: Random) => readonly Condition[] };

const MAKERS: readonly Maker[] = [
  {
    percent: 50,
    make: (random) => {
      const count = between(random, 20, 200);
      return [
        { kind: 'stores', codes: someOf(random, count, { of: WORLD.stores, code: storeCode }) },
      ];
    },
  },
  { percent: 40, make: timesOf },
  { percent: 40, make: (random) => [audienceOf(random)] },
  {
    percent: 30,
    make: (random) => [{ kind: 'basket', minKopecks: 50_000 * between(random, 1, 12) }],
  },
  { percent: 10, make: (random) => [{ kind: 'every-nth', number: between(random, 2, 10) }] },
];

/** Hours, weekdays, or both. */
function timesOf(random: Random): readonly Condition[] {
  const kind = random.weighted([30, 30, 40]);
  const fromMinute = 60 * between(random, 7, 16);
  const toMinute = fromMinute + 60 * between(random, 2, 8);
  const hours: Condition = { kind: 'hours', fromMinute, toMinute };
  if (kind === 0) return [hours];
  const days = new Set<number>();
  for (let left = between(random, 1, 5); left > 0; left -= 1) days.add(between(random, 1, 7));
  const weekdays: Condition = { kind: 'weekdays', days: [...days].sort((a, b) => a - b) };
  return kind === 1 ? [weekdays] : [hours, weekdays];
}

function audienceOf(random: Random): Condition {
  const kind = random.weighted([70, 20, 10]);
  if (kind === 1) return { kind: 'tiers', codes: random.pick([['gold'], ['silver', 'gold']]) };
  const count = between(random, 1, 3);
  return kind === 0
    ? { kind: 'tags', tags: someOf(random, count, { of: WORLD.tags, code: tagCode }) }
    : { kind: 'coupons', codes: someOf(random, count, { of: WORLD.coupons, code: couponCode }) };
}

function giftOf(random: Random): Gift {
  const kind = random.weighted([55, 20, 25]);
  if (kind === 0) return { kind: 'percent', basisPoints: 100 * between(random, 1, 10) };
  if (kind === 1) return { kind: 'amount', kopecks: 100 * between(random, 1, 30) };
  return {
    kind: 'points',
    points: between(random, 1, 3),
    perKopecks: 1_000 * between(random, 1, 10),
  };
}
