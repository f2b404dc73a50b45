import type { Facts } from '#modules/promotions/core/index.ts';
import type { Condition, Goods, SimpleRule } from './simple-rules.ts';
import { type Peer, type Sums, share } from './sums.ts';

/** The rules read as they are written, each time anew: loops and `includes`. */
export function openNaive(rules: readonly SimpleRule[], baskets: readonly Facts[]): Peer {
  return {
    decide: (place) => {
      const basket = baskets[place];
      if (basket === undefined) throw new Error(`no basket ${place}`);
      return decide(rules, basket);
    },
  };
}

function decide(rules: readonly SimpleRule[], facts: Facts): Sums {
  let gross = 0;
  for (const line of facts.lines) gross += line.grossKopecks;
  const off: number[] = facts.lines.map(() => 0);
  let points = 0;
  for (const rule of rules) {
    if (rule.gift.kind === 'points' && facts.member === null) continue;
    if (!holdsAll(rule.when, facts, gross)) continue;
    points += give(rule, facts, off);
  }
  let discountKopecks = 0;
  for (let at = 0; at < facts.lines.length; at += 1) {
    discountKopecks += Math.min(off[at] ?? 0, facts.lines[at]?.grossKopecks ?? 0);
  }
  return { discountKopecks, points };
}

function holdsAll(when: readonly Condition[], facts: Facts, gross: number): boolean {
  for (const condition of when) {
    if (!holds(condition, facts, gross)) return false;
  }
  return true;
}

function holds(
  condition: Condition,
  { place, local, member, coupons }: Facts,
  gross: number,
): boolean {
  switch (condition.kind) {
    case 'stores':
      return place !== null && condition.codes.includes(place.storeCode);
    case 'hours':
      return local.minuteOfDay >= condition.fromMinute && local.minuteOfDay < condition.toMinute;
    case 'weekdays':
      return condition.days.includes(local.weekday);
    case 'tags':
      return member?.tags.some((tag) => condition.tags.includes(tag)) ?? false;
    case 'tiers':
      return member !== null && condition.codes.includes(member.tierCode);
    case 'basket':
      return gross >= condition.minKopecks;
    case 'every-nth':
      return member !== null && (member.purchasesBefore + 1) % condition.number === 0;
    case 'coupons':
      return coupons.some(
        (coupon) => typeof coupon === 'string' && condition.codes.includes(coupon),
      );
  }
}

/** Adds the rule's discounts to those of the lines; returns its points. */
function give({ goods, gift }: SimpleRule, { lines }: Facts, off: number[]): number {
  let sum = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || !matches(goods, line)) continue;
    const before = off[at] ?? 0;
    if (gift.kind === 'points') sum += line.grossKopecks;
    else if (gift.kind === 'percent') off[at] = before + share(line.grossKopecks, gift.basisPoints);
    else off[at] = before + Math.floor((gift.kopecks * line.quantityMilli) / 1_000);
  }
  return gift.kind === 'points' ? gift.points * Math.floor(sum / gift.perKopecks) : 0;
}

function matches(goods: Goods | null, line: Facts['lines'][number]): boolean {
  if (goods === null) return true;
  if ('skus' in goods) return goods.skus.includes(line.sku);
  return line.groupCodes.some((code) => goods.groups.includes(code));
}
