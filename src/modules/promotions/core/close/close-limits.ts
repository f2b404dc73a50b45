import type { CompiledLimit } from '../compile/compile-limits.ts';
import type { EffectRecord, LimitUse } from '../decision.ts';
import { ownFact } from '../facts.ts';
import { usedHere } from '../play/limit-book.ts';
import { isCapped, type Play, playsFrom } from '../play/play.ts';
import type { Work } from '../play/work.ts';

/** What limits were used, and what is to be said about them. */
export type ClosedLimits = {
  readonly uses: readonly LimitUse[];
  readonly notices: readonly EffectRecord[];
};

const NO_USES: readonly LimitUse[] = [];
const NO_NOTICES: readonly EffectRecord[] = [];
const NOTHING: ClosedLimits = { uses: NO_USES, notices: NO_NOTICES };

/** Writes down what applied promotions used of their limits after all cuts; see docs/engine.md 8. */
export function closeLimits(work: Work): ClosedLimits {
  const { records, count } = work.plays;
  let uses: LimitUse[] | null = null;
  let isWatched = false;
  for (let i = 0; i < count; i += 1) {
    const play = records[i];
    if (play === undefined || !play.rule.tellsLimits || isCapped(play)) continue;
    const { all } = play.rule.limits;
    for (let no = 0; no < all.length; no += 1) {
      const limit = all[no]?.limit;
      if (limit === undefined) continue;
      const amount = amountOf(work, play, limit);
      if (amount === 0) continue;
      if (isToBeWatched(limit)) isWatched = true;
      if (limit.isOfReceipt) continue;
      const use = toUse(play, limit, amount);
      if (uses === null) uses = [use];
      else uses.push(use);
    }
  }
  if (uses === null && !isWatched) return NOTHING;
  return {
    uses: uses ?? NO_USES,
    notices: isWatched ? noticesOf(work, allUses(work)) : NO_NOTICES,
  };
}

function isToBeWatched({ isAlarm, limit }: CompiledLimit): boolean {
  return isAlarm || limit.lowWater !== undefined;
}

type Used = { readonly play: Play; readonly limit: CompiledLimit; readonly amount: number };

/** Uses of this receipt alone among them. */
function allUses(work: Work): readonly Used[] {
  return playsFrom(work.plays, 0).flatMap((play) =>
    isCapped(play)
      ? []
      : play.rule.limits.all.flatMap(({ limit }) => {
          const amount = amountOf(work, play, limit);
          return amount > 0 ? [{ play, limit, amount }] : [];
        }),
  );
}

/**
 * How much was used; 0 = nothing that could be told of. Money counts as it was really given, everything
 * else as it applied.
 */
function amountOf({ basket }: Work, play: Play, limit: CompiledLimit): number {
  if (limit.isByLine || (limit.isOfMember && basket.facts.member === null)) return 0;
  return limit.unit === 'kopecks' ? play.discount : (play.limitAmounts[limit.no] ?? 0);
}

function toUse(play: Play, { limit, key }: CompiledLimit, amount: number): LimitUse {
  return {
    key,
    promotionCode: play.rule.code,
    limitCode: limit.code,
    unit: limit.unit,
    amount,
    subject: limit.subject,
    period: limit.period,
  };
}

/** Alarms and low waters, once per key, by key. */
function noticesOf(work: Work, used: readonly Used[]): readonly EffectRecord[] {
  const watched = used.filter(({ limit }) => isToBeWatched(limit));
  if (watched.length === 0) return [];
  const byKey = Map.groupBy(used, ({ limit }) => limit.key);
  const keys = new Set(watched.map(({ limit }) => limit.key));
  return [...keys].sort(byText).flatMap((key) => noticesOfKey(work, key, byKey.get(key) ?? []));
}

function noticesOfKey(work: Work, key: string, used: readonly Used[]): readonly EffectRecord[] {
  const [first] = used;
  if (first === undefined) return [];
  const amount = used.reduce((sum, one) => sum + one.amount, 0);
  const isAlarming = used.some(
    ({ limit }) => limit.isAlarm && usedInAll(work, limit, used) > limit.max,
  );
  const isLow = used.some(({ limit }) => {
    const { lowWater } = limit.limit;
    return lowWater !== undefined && limit.max - usedInAll(work, limit, used) <= lowWater;
  });
  const { code, promotion } = first.play.rule;
  const notice = (effect: string): EffectRecord => ({
    effect,
    promotionCode: code,
    phase: promotion.phase,
    key,
    amount,
  });
  return [...(isAlarming ? [notice('limit-alarm')] : []), ...(isLow ? [notice('limit-low')] : [])];
}

/** Before this receipt, in the decisions before this one of its tree, and in this one after all cuts. */
function usedInAll(work: Work, limit: CompiledLimit, used: readonly Used[]): number {
  const { facts } = work.basket;
  const before = limit.isOfReceipt ? 0 : (ownFact(facts.limitUsed, limit.key) ?? 0);
  let own = 0;
  let lost = 0;
  for (const { play, amount, limit: one } of used) {
    own += amount;
    lost += (play.limitAmounts[one.no] ?? 0) - amount;
  }
  // What nobody shares is not in the book.
  return before + (limit.isShared ? usedHere(work.book, limit.key) - lost : own);
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
