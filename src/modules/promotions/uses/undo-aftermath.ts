import type { Statement } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { takenBack } from '../counters/counter-state.ts';
import { insertAllotments } from '../sql/budgets.ts';
import { type CounterRow, giveUsesBack, type MemberSpan, readCounters } from '../sql/meters.ts';
import type { Aftermath } from './aftermath.ts';
import type { GivenBack } from './give-back.ts';
import { counterOf, memberMeterStatements, openMemberMeters, putCounter } from './member-meters.ts';

/** Reads the counters that an aftermath has changed; run it under the lock on the member's account. */
export function readAftermathCounters(
  memberId: MemberId,
  { counters }: Aftermath,
): Statement<CounterRow> {
  const spans = counters.map(
    ({ meter, start }): MemberSpan => ({
      bucket: bucketOf(memberId),
      memberId,
      meter,
      from: start,
      start,
    }),
  );
  const once = new Map(spans.map((span) => [`${span.meter} ${span.start}`, span]));
  return readCounters([...once.values()]);
}

/**
 * Statements that give back to limits and counters. Shared limits take it as something new for the lane to
 * spend: no row is waited for.
 */
export function undoStatements(
  back: GivenBack,
  of: {
    readonly memberId: MemberId;
    readonly counters: readonly CounterRow[];
    readonly lane: number;
    readonly newId: () => string;
  },
): readonly Statement[] {
  const { memberId, lane, newId } = of;
  const shared = back.uses
    .filter(({ isShared }) => isShared)
    .map((use) => ({ ...use, lane, id: newId(), allotted: use.amount, used: 0 }));
  const own = back.uses
    .filter(({ isShared }) => !isShared)
    .map(({ meter, start, amount }) => ({
      bucket: bucketOf(memberId),
      memberId,
      meter,
      start,
      used: amount,
    }));
  const meters = openMemberMeters([], of.counters);
  const isThere = new Set(of.counters.map((row) => `${row.counter_key} ${row.period_start}`));
  for (const change of back.changes) {
    // A counter whose period is long over has been pruned: there is nothing to take back from.
    if (!isThere.has(`${change.meter} ${change.start}`)) continue;
    const counting = { memberId, meter: change.meter, start: change.start };
    putCounter(meters, counting, takenBack(counterOf(meters, memberId, counting), change, change));
  }
  return [
    ...(shared.length > 0 ? [insertAllotments(shared)] : []),
    // One statement per use: two of one limit in one update would count once.
    ...own.map((use) => giveUsesBack([use])),
    ...memberMeterStatements(meters),
  ];
}
