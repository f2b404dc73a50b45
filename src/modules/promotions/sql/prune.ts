import { type Statement, sql } from '#platform/db/index.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

/** Periods of one kind that began before a moment; the kind is the last word of a meter's name. */
export type EndedPeriods = readonly { readonly word: string; readonly before: Instant }[];

/** Buckets of which rows are removed: from … to − 1. */
export type Slice = { readonly from: number; readonly to: number };

const wordsOf = (ended: EndedPeriods) => ended.map(({ word }) => ` ${word}`);
const momentsOf = (ended: EndedPeriods) => ended.map(({ before }) => formatInstant(before));

/** Removes members' uses of limits in periods that are over for good. */
export const pruneUses = (ended: EndedPeriods, { from, to }: Slice): Statement => sql`
  delete from promotions.member_use u
  using unnest(${wordsOf(ended)}::text[], ${momentsOf(ended)}::timestamptz[]) as w (word, before)
  where u.bucket >= ${from} and u.bucket < ${to}
    and right(u.limit_key, length(w.word)) = w.word and u.period_start < w.before`;

/** Removes members' counters of periods that are over for good. */
export const pruneCounters = (ended: EndedPeriods, { from, to }: Slice): Statement => sql`
  delete from promotions.counter c
  using unnest(${wordsOf(ended)}::text[], ${momentsOf(ended)}::timestamptz[]) as w (word, before)
  where c.bucket >= ${from} and c.bucket < ${to}
    and right(c.counter_key, length(w.word)) = w.word and c.period_start < w.before`;

/** Removes purchases that no query looks back at. */
export const prunePurchases = (before: Instant, { from, to }: Slice): Statement => sql`
  delete from promotions.purchase p
  where p.bucket >= ${from} and p.bucket < ${to} and p.bought_at < ${formatInstant(before)}::timestamptz`;

/** Removes shared limits of periods that are over for good; their locks come before those on allotments. */
export const pruneBudgets = (ended: EndedPeriods): Statement => sql`
  delete from promotions.budget b
  using unnest(${wordsOf(ended)}::text[], ${momentsOf(ended)}::timestamptz[]) as w (word, before)
  where right(b.limit_key, length(w.word)) = w.word and b.period_start < w.before`;

/** Removes what lanes have left of them. */
export const pruneAllotments = (ended: EndedPeriods): Statement => sql`
  delete from promotions.allotment a
  using unnest(${wordsOf(ended)}::text[], ${momentsOf(ended)}::timestamptz[]) as w (word, before)
  where right(a.limit_key, length(w.word)) = w.word and a.period_start < w.before`;
