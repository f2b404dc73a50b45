import { type Statement, sql } from '#platform/db/index.ts';
import { type Checker, shorten } from './finding.ts';

type Odd = { readonly what: string };

/** Operations with the events that speak of them; each must have exactly one. */
const unevenOperations = (): Statement<Odd> => sql<Odd>`
  with done as (
    select r.id::text as id, 'receipt.confirmed' as topic
    from receipts.receipt r
    where r.kind = 'sale'
    union all
    select v.operation_id::text, case v.kind when 'return' then 'receipt.returned' else 'receipt.cancelled' end
    from receipts.receipt_version v
    where v.kind <> 'calculation'
    union all
    select o.answer::jsonb ->> 'memberId', 'member.registered'
    from platform.operation o
    where o.kind = 'registration'
  ),
  told as (
    select b.topic,
      case b.topic
        when 'receipt.confirmed' then b.payload ->> 'receiptId'
        when 'member.registered' then b.payload ->> 'memberId'
        else b.payload ->> 'operationId'
      end as id
    from platform.outbox b
    where b.topic in ('receipt.confirmed', 'receipt.returned', 'receipt.cancelled', 'member.registered')
  )
  select coalesce(d.topic, t.topic) || ' ' || coalesce(d.id, t.id) || ': '
    || coalesce(d.times, 0) || ' done, ' || coalesce(t.times, 0) || ' told' as what
  from (select id, topic, count(*) as times from done group by id, topic) as d
  full join (select id, topic, count(*) as times from told group by id, topic) as t
    on t.id = d.id and t.topic = d.topic
  where d.times is distinct from 1 or t.times is distinct from 1`;

/** I11: every operation has one event, and no event speaks of an operation that is not there. */
export const checkOutbox: Checker = async ({ snapshot }) => {
  const odd = await snapshot.run(unevenOperations());
  return shorten(
    'I11',
    odd.map((row) => row.what),
  );
};
