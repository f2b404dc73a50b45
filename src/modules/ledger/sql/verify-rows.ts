import { rawSql, type Session, type Statement } from '#platform/db/index.ts';

// The verifier reads what an intruder may have written anything into: every number and moment comes as
// text, so that no value of a row can stop the reading before it is judged.

/** A row of ledger.account, every value as text. */
export type AccountText = {
  readonly bucket: string;
  readonly member_id: string;
  readonly currency_code: string;
  readonly balance: string;
  readonly debt: string;
  readonly held: string;
  readonly is_expiry_suspended: boolean;
  readonly seq: string;
  readonly last_hash: string;
};

/** A row of ledger.lot, every value as text. */
export type LotText = {
  readonly member_id: string;
  readonly currency_code: string;
  readonly id: string;
  readonly remaining: string;
  readonly held: string;
  readonly active_from: string;
  readonly awaits: string | null;
  readonly expires_at: string | null;
};

/** An open hold of ledger.hold, every value as text. */
export type HoldText = {
  readonly bucket: string;
  readonly member_id: string;
  readonly currency_code: string;
  readonly id: string;
  readonly amount: string;
  readonly lot_ids: string;
  readonly lot_amounts: string;
};

/** A place among members: (bucket, member id). */
export type MemberKey = { readonly bucket: string; readonly member_id: string };

/** Some members: those between two places (the first excluded), or those of a list. */
export type MemberScope =
  | { readonly after: MemberKey; readonly upTo: MemberKey }
  | { readonly members: readonly MemberKey[] };

/** The place of the member who is `count` accounts further on; no row when there are fewer. */
export const readBoundary = (after: MemberKey, count: number): Statement<MemberKey> =>
  rawSql(
    `select a.bucket::text as bucket, a.member_id::text as member_id
    from ledger.account a
    where (a.bucket, a.member_id) > ($1::int, $2::bigint)
    order by a.bucket, a.member_id, a.currency_code
    offset $3 limit 1`,
    [after.bucket, after.member_id, count - 1],
  );

/** Members of a range of buckets to whom something was posted at or after a moment. */
export const readMovedMembers = (
  since: string,
  buckets: { readonly from: number; readonly to: number },
): Statement<MemberKey> =>
  rawSql(
    `select distinct e.bucket::text as bucket, e.member_id::text as member_id, e.bucket as b,
      e.member_id as m
    from ledger.entry e
    where e.posted_at >= $1::timestamptz and e.bucket >= $2 and e.bucket < $3
    order by e.bucket, e.member_id`,
    [since, buckets.from, buckets.to],
  );

export const readAccountTexts = (scope: MemberScope): Statement<AccountText> => {
  const { where, values } = scopeSql(scope, 'a');
  return rawSql(
    `select a.bucket::text as bucket, a.member_id::text as member_id, a.currency_code,
      a.balance::text as balance, a.debt::text as debt, a.held::text as held, a.is_expiry_suspended,
      a.seq::text as seq, encode(a.last_hash, 'hex') as last_hash
    from ledger.account a
    where ${where}
    order by a.bucket, a.member_id, a.currency_code`,
    values,
  );
};

/** Lots as lines, like entries: there are nearly as many. */
export const readLotLines = (scope: MemberScope): Statement<{ readonly line: string }> => {
  const { where, values } = scopeSql(scope, 'l');
  return rawSql(
    `select concat_ws(E'\\x1f', l.member_id, l.currency_code, l.id, l.remaining, l.held, l.active_from,
      coalesce(l.expires_at::text, ''), coalesce(l.awaits, '')) as line
    from ledger.lot l
    where ${where}`,
    values,
  );
};

/** The lot of a line. */
export function lotFromLine(line: string): LotText {
  const [memberId = '', currencyCode = '', id = '', remaining = '', held = '', ...more] =
    line.split(FIELD_END);
  const [activeFrom = '', expiresAt = '', awaits = ''] = more;
  return {
    member_id: memberId,
    currency_code: currencyCode,
    id,
    remaining,
    held,
    active_from: activeFrom,
    expires_at: expiresAt === '' ? null : expiresAt,
    awaits: awaits === '' ? null : awaits,
  };
}

export const readHoldTexts = (scope: MemberScope): Statement<HoldText> => {
  const { where, values } = scopeSql(scope, 'h');
  return rawSql(
    `select h.bucket::text as bucket, h.member_id::text as member_id, h.currency_code, h.id,
      h.amount::text as amount, h.lot_ids::text as lot_ids, h.lot_amounts::text as lot_amounts
    from ledger.hold h
    where h.state = 'open' and ${where}`,
    values,
  );
};

/** How far the accounts of a bucket say they are. */
export const readAccountSeqs = (
  bucket: number,
): Statement<Pick<AccountText, 'member_id' | 'currency_code' | 'seq'>> =>
  rawSql(
    `select a.member_id::text as member_id, a.currency_code, a.seq::text as seq
    from ledger.account a
    where a.bucket = $1`,
    [bucket],
  );

/**
 * A row of ledger.entry as one text: the values of ENTRY_FIELDS with FIELD_END between them. A driver that
 * makes an object of twenty values for every row takes longer than all the hashing.
 */
export type EntryLine = { readonly line: string };

/** Cannot be in any value of ours; where somebody has put one, the entry does not hash to its hash. */
export const FIELD_END = '\u001f';

/** What a line has, in order; '' = null, the memo begins with + when there is one. */
export const ENTRY_FIELDS = [
  'bucket',
  'member_id',
  'currency_code',
  'seq',
  'posted_at',
  'occurred_at',
  'operation_id',
  'receipt_id',
  'kind',
  'amount',
  'held_change',
  'balance_after',
  'debt_after',
  'contra_account',
  'partner_code',
  'lot_ids',
  'lot_amounts',
  'prev_hash',
  'hash',
  'lot_terms',
  'memo',
] as const;

const ENTRIES_PER_PAGE = 1_000;

/** Entries of the members in order of account and seq, page after page; the next is asked for ahead. */
export async function* readEntryLines(
  session: Session,
  scope: MemberScope,
): AsyncGenerator<readonly EntryLine[]> {
  let page = session.run(entryPage(scope, undefined));
  for (;;) {
    const rows = await page;
    const last = rows.length < ENTRIES_PER_PAGE ? undefined : rows.at(-1);
    if (last !== undefined) {
      page = session.run(entryPage(scope, last.line.split(FIELD_END, 5)));
      // Whoever leaves before the next page is taken must not leave a rejection behind.
      page.catch(() => undefined);
    }
    if (rows.length > 0) yield rows;
    if (last === undefined) return;
  }
}

function entryPage(scope: MemberScope, after: readonly string[] | undefined): Statement<EntryLine> {
  const { where, values } = scopeSql(scope, 'e');
  const n = values.length;
  const beyond =
    after === undefined
      ? ''
      : `and (e.bucket, e.member_id, e.currency_code, e.seq, e.posted_at) >
        ($${n + 1}::int, $${n + 2}::bigint, $${n + 3}::text, $${n + 4}::bigint, $${n + 5}::timestamptz)`;
  return rawSql(
    `select concat_ws(E'\\x1f', e.bucket, e.member_id, e.currency_code, e.seq, e.posted_at, e.occurred_at,
      e.operation_id, coalesce(e.receipt_id::text, ''), e.kind, e.amount, e.held_change, e.balance_after,
      e.debt_after, e.contra_account, e.partner_code, e.lot_ids, e.lot_amounts,
      encode(e.prev_hash, 'hex'), encode(e.hash, 'hex'), coalesce(e.lot_terms, ''),
      coalesce('+' || e.memo, '')) as line
    from ledger.entry e
    where ${where} ${beyond}
    order by e.bucket, e.member_id, e.currency_code, e.seq, e.posted_at
    limit ${ENTRIES_PER_PAGE}`,
    [...values, ...(after ?? [])],
  );
}

function scopeSql(
  scope: MemberScope,
  alias: string,
): { readonly where: string; readonly values: readonly unknown[] } {
  if ('members' in scope) {
    return {
      where: `(${alias}.bucket, ${alias}.member_id) in
        (select m.bucket, m.member_id from unnest($1::int[], $2::bigint[]) as m (bucket, member_id))`,
      values: [
        scope.members.map((member) => member.bucket),
        scope.members.map((member) => member.member_id),
      ],
    };
  }
  const { after, upTo } = scope;
  return {
    where: `(${alias}.bucket, ${alias}.member_id) > ($1::int, $2::bigint)
      and (${alias}.bucket, ${alias}.member_id) <= ($3::int, $4::bigint)`,
    values: [after.bucket, after.member_id, upTo.bucket, upTo.member_id],
  };
}
