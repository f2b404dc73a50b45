import type { Random } from '../../db/seed/random.ts';

/** How large the retailer is. */
export const WORLD = {
  skus: 10_000,
  groups: 200,
  divisions: 20,
  stores: 1_000,
  regions: 20,
  tags: 50,
  coupons: 40,
} as const;

export const TIERS = ['base', 'silver', 'gold'] as const;

export const skuCode = (n: number): string => `sku-${n}`;
export const groupCode = (n: number): string => `group-${n}`;
export const storeCode = (n: number): string => `store-${n}`;
export const tagCode = (n: number): string => `tag-${n}`;
export const couponCode = (n: number): string => `spring-${n}`;

/** The group of an SKU and the division that it stands in. */
export function groupsOf(sku: number): readonly string[] {
  const group = sku % WORLD.groups;
  return [groupCode(group), `division-${group % WORLD.divisions}`];
}

/** `count` different codes of the first `of` of a kind, in no order. */
export function someOf(
  random: Random,
  count: number,
  kind: { readonly of: number; readonly code: (n: number) => string },
): readonly string[] {
  const codes = new Set<string>();
  while (codes.size < count) codes.add(kind.code(random.int(kind.of)));
  return [...codes];
}

/** An integer, both bounds included. */
export function between(random: Random, least: number, most: number): number {
  return least + random.int(most - least + 1);
}
