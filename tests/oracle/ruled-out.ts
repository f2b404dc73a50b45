import { check } from './conditions.ts';
import { namesNothingOf } from './goods.ts';
import { type JsonObject, object, objects } from './json.ts';
import type { Promotion } from './rules.ts';
import type { Verdict, World } from './world.ts';

// Chapter 4.2.

type Class = 'place' | 'time' | 'audience' | 'goods';

const CLASSES: readonly (readonly [Class, readonly string[]])[] = [
  ['place', ['place', 'channel', 'terminal']],
  ['time', ['date-range', 'weekdays', 'local-hours', 'calendar', 'month-days', 'nth-week']],
  [
    'audience',
    ['identified', 'member-tag', 'member-tier', 'card', 'member-attribute', 'experiment-arm'],
  ],
];

/** The first class of which anything fails, or null. */
export function ruledOut(world: World, promotion: Promotion): Verdict | null {
  const leaves = (promotion.when ?? []).flatMap((one) => ('condition' in one ? [one] : []));
  for (const [by, codes] of CLASSES) {
    const mine = leaves.filter((one) => codes.includes(one.condition));
    const fails = mine.some(
      (one) => !check({ world, promotion, params: one.params ?? {}, draw: 0 }, one.condition).isMet,
    );
    const needsMember = by === 'audience' && [7, 8].includes(promotion.phase);
    if (fails || (needsMember && world.facts.member === null)) return { is: 'ruled-out', by };
  }
  const filters = [
    ...selectFilters(promotion),
    ...leaves.flatMap((one) => filtersOf(one.condition, one.params ?? {})),
  ];
  return filters.some((filter) => namesNothingOf(filter, world.facts))
    ? { is: 'ruled-out', by: 'goods' }
    : null;
}

function selectFilters({ select }: Promotion): readonly JsonObject[] {
  if (select === undefined) return [];
  if (select.selector !== 'sets') return [select.params ?? {}];
  return objects(select.params?.['components']).map((one) => object(one['filter']));
}

function filtersOf(condition: string, params: JsonObject): readonly JsonObject[] {
  if (condition === 'goods-set') {
    return objects(params['parts']).map((one) => object(one['filter']));
  }
  return ['goods-sum', 'goods-quantity'].includes(condition) ? [params] : [];
}
