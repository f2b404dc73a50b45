import { sql } from '#platform/db/index.ts';
import type { Call } from '../history.ts';
import { type Checker, shorten } from './finding.ts';

type Stored = { readonly id: string; readonly answer: string };

/** Every stored answer by operation id: sales, returns and cancels, registrations. */
const storedAnswers = () => sql<Stored>`
  select r.id, r.answer from receipts.receipt r where r.kind = 'sale'
  union all
  select v.operation_id, v.answer from receipts.receipt_version v where v.kind <> 'calculation'
  union all
  select o.id, o.answer from platform.operation o`;

/** H2 and H6: what was acknowledged is there once, and is what the till was told, byte for byte. */
export const checkAcknowledged: Checker = async ({ snapshot, acknowledged }) => {
  const rows = await snapshot.run(storedAnswers());
  const byId = Map.groupBy(rows, (row) => row.id);
  const findings = acknowledged.flatMap((call) => faultOf(call, byId.get(call.opId) ?? []));
  return shorten('H2/H6', findings);
};

function faultOf(call: Call, rows: readonly Stored[]): readonly string[] {
  const [answer, ...others] = call.answers;
  const name = `${call.kind} ${call.opId}`;
  if (rows.length === 0) return [`${name} was acknowledged and is lost`];
  if (rows.length > 1) return [`${name} is stored ${rows.length} times`];
  if (rows[0]?.answer !== answer) return [`${name} is stored with another answer`];
  if (others.some((other) => other !== answer)) return [`${name} was answered in two ways`];
  return [];
}

/** H3: what was refused has left nothing behind. */
export const checkRefused: Checker = async ({ snapshot, refused }) => {
  const rows = await snapshot.run(storedAnswers());
  const stored = new Set(rows.map((row) => row.id));
  const findings = refused
    .filter((call) => stored.has(call.opId))
    .map((call) => `${call.kind} ${call.opId} was refused (${call.refusedAs}) and is stored`);
  return shorten('H3', findings);
};
