import { type Statement, sql } from '#platform/db/index.ts';
import { formatInstant, type Instant } from '#shared/time.ts';

export type RuleSetRow = {
  readonly version: number;
  readonly rules: unknown;
  readonly programme: unknown;
};

/** The version that tills work by. */
export const readHeadVersion = (): Statement<{ version: number }> => sql<{ version: number }>`
  select h.version from promotions.head h where h.id = 1`;

/** The same, locked: changes come one after another. */
export const lockHeadVersion = (): Statement<{ version: number }> => sql<{ version: number }>`
  select h.version from promotions.head h where h.id = 1 for update`;

export const readRuleSet = (version: number): Statement<RuleSetRow> => sql<RuleSetRow>`
  select r.version, r.rules, r.programme from promotions.rule_set r where r.version = ${version}`;

export const insertRuleSet = (set: {
  readonly version: number;
  readonly rules: string;
  readonly programme: string;
  readonly at: Instant;
  readonly by: string;
}): Statement => sql`
  insert into promotions.rule_set (version, rules, programme, made_at, made_by)
  values (${set.version}, ${set.rules}, ${set.programme}, ${formatInstant(set.at)}, ${set.by})`;

export const moveHead = (version: number): Statement => sql`
  update promotions.head set version = ${version} where id = 1`;

/** One promotion's change, as it goes into the history. */
export type PromotionChange = {
  readonly code: string;
  readonly isOn: boolean;
  readonly reason: string | null;
};

export const insertChanges = (
  changes: readonly PromotionChange[],
  more: { readonly version: number; readonly at: Instant; readonly by: string },
): Statement => sql`
  insert into promotions.change (version, code, is_on, changed_at, changed_by, reason)
  select ${more.version}::bigint, c.code, c.is_on, ${formatInstant(more.at)}::timestamptz,
    ${more.by}::text, c.reason
  from unnest(
    ${changes.map((change) => change.code)}::text[],
    ${changes.map((change) => change.isOn)}::boolean[],
    ${changes.map((change) => change.reason)}::text[]) as c (code, is_on, reason)`;

/** The last change of every promotion. */
export const readLastChanges = () => sql<{
  code: string;
  changed_at: Instant;
  changed_by: string;
}>`
  select distinct on (c.code) c.code, c.changed_at, c.changed_by
  from promotions.change c
  order by c.code, c.version desc`;
