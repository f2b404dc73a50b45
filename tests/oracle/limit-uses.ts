import { isCapped, takenBy } from './cut.ts';
import type { JsonObject } from './json.ts';
import { keyOf, ownLimits, useOf } from './limits.ts';
import { byCode } from './numbers.ts';
import type { Limit } from './rules.ts';
import type { Played, World } from './world.ts';

// Chapter 8: what the writer reserves, and who is told when little is left.

type Use = {
  readonly played: Played;
  readonly limit: Limit;
  readonly key: string;
  readonly amount: bigint;
};

function usesOf(world: World): Use[] {
  return world.played.flatMap((played) => {
    if (isCapped(world, played)) return [];
    return ownLimits(world, played.promotion).flatMap(({ limit }) => {
      const amount =
        limit.unit === 'kopecks' ? takenBy(world, played) : useOf(limit, played.outcome);
      const key = keyOf(played.promotion, limit);
      return limit.subject !== 'line' && amount > 0n ? [{ played, limit, key, amount }] : [];
    });
  });
}

export function limitUses(world: World): JsonObject[] {
  const reported = usesOf(world).filter(({ limit }) => limit.period !== 'receipt');
  return reported.map(({ played, limit, key, amount }) => ({
    key,
    promotionCode: played.promotion.code,
    limitCode: limit.code,
    unit: limit.unit,
    amount: Number(amount),
    subject: limit.subject,
    period: limit.period,
  }));
}

/** `limit-alarm` and `limit-low`, once per key; `treeUsed` is what the whole tree has used by now. */
export function limitNews(world: World, treeUsed: Map<string, bigint>): JsonObject[] {
  const uses = usesOf(world);
  for (const { key, amount } of uses) treeUsed.set(key, (treeUsed.get(key) ?? 0n) + amount);
  const keys = [...new Set(uses.map((use) => use.key))].sort(byCode);
  return keys.flatMap((key) => {
    const mine = uses.filter((use) => use.key === key);
    const [first] = mine;
    if (first === undefined) return [];
    const tree = treeUsed.get(key) ?? 0n;
    const before = BigInt(world.facts.limitUsed[key] ?? 0);
    const used = (limit: Limit): bigint => tree + (limit.period === 'receipt' ? 0n : before);
    const amount = Number(mine.reduce((all, use) => all + use.amount, 0n));
    const { code: promotionCode, phase } = first.played.promotion;
    const isOver = mine.some(
      ({ limit }) => limit.reaction === 'alarm' && used(limit) > BigInt(limit.max),
    );
    const isLow = mine.some(
      ({ limit }) =>
        limit.lowWater !== undefined && BigInt(limit.max) - used(limit) <= BigInt(limit.lowWater),
    );
    const news = [...(isOver ? ['limit-alarm'] : []), ...(isLow ? ['limit-low'] : [])];
    return news.map((effect) => ({ effect, promotionCode, phase, key, amount }));
  });
}
