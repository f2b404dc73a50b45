import type { Statement } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { CounterAsk, LimitAsk } from '../core/index.ts';
import {
  type CounterOp,
  type CounterState,
  changed,
  NO_COUNTS,
  setsOf,
} from '../counters/counter-state.ts';
import { type CounterRow, type UseRow, writeCounters, writeUses } from '../sql/meters.ts';

/** Members' uses of limits and their counters while a batch works on them. */
export type MemberMeters = {
  readonly uses: Map<string, Map<number, number>>;
  readonly changedUses: Map<string, { memberId: MemberId; meter: string; start: number }>;
  readonly counters: Map<string, CounterState>;
  readonly changedCounters: Map<string, { memberId: MemberId; meter: string; start: number }>;
};

export function openMemberMeters(
  uses: readonly UseRow[],
  counters: readonly CounterRow[],
): MemberMeters {
  const byMeter = new Map<string, Map<number, number>>();
  for (const row of uses) {
    const key = `${row.member_id} ${row.limit_key}`;
    const starts = byMeter.get(key) ?? new Map<number, number>();
    byMeter.set(key, starts.set(row.period_start, row.used));
  }
  return {
    uses: byMeter,
    changedUses: new Map(),
    counters: new Map(
      counters.map((row) => [
        `${row.member_id} ${row.counter_key} ${row.period_start}`,
        {
          value: row.value,
          changes: row.changes,
          sum: row.sum,
          lastNo: row.last_no,
          sets: setsOf(row.sets),
        },
      ]),
    ),
    changedCounters: new Map(),
  };
}

/** What a member has used of a limit in its period. */
export function usedOf(meters: MemberMeters, memberId: MemberId, ask: LimitAsk): number {
  let sum = 0;
  for (const [start, used] of meters.uses.get(`${memberId} ${ask.meter}`) ?? []) {
    if (start >= ask.from && start <= ask.start) sum += used;
  }
  return sum;
}

/** Notes a use of a limit. */
export function use(
  meters: MemberMeters,
  { memberId, ask, amount }: { memberId: MemberId; ask: LimitAsk; amount: number },
): void {
  const { meter, start } = ask;
  const key = `${memberId} ${meter}`;
  const starts = meters.uses.get(key) ?? new Map<number, number>();
  meters.uses.set(key, starts.set(start, (starts.get(start) ?? 0) + amount));
  meters.changedUses.set(`${key} ${start}`, { memberId, meter, start });
}

/** A member's counter in its period. */
export function counterOf(
  meters: MemberMeters,
  memberId: MemberId,
  { meter, start }: Pick<CounterAsk, 'meter' | 'start'>,
): CounterState {
  return meters.counters.get(`${memberId} ${meter} ${start}`) ?? NO_COUNTS;
}

type Counting = {
  readonly memberId: MemberId;
  readonly meter: string;
  readonly start: number;
};

/** Writes a counter's new state down. */
export function putCounter(meters: MemberMeters, of: Counting, state: CounterState): void {
  const key = `${of.memberId} ${of.meter} ${of.start}`;
  meters.counters.set(key, state);
  meters.changedCounters.set(key, of);
}

/** Changes a counter; gives the number of the change. */
export function count(
  meters: MemberMeters,
  of: Counting,
  { op, amount }: { readonly op: CounterOp; readonly amount: number },
): number {
  const state = changed(counterOf(meters, of.memberId, of), op, amount);
  putCounter(meters, of, state);
  return state.lastNo;
}

/** What is to be written of it. */
export function memberMeterStatements(meters: MemberMeters): readonly Statement[] {
  const uses = [...meters.changedUses.values()].map(({ memberId, meter, start }) => ({
    bucket: bucketOf(memberId),
    memberId,
    meter,
    start,
    used: meters.uses.get(`${memberId} ${meter}`)?.get(start) ?? 0,
  }));
  const counters = [...meters.changedCounters.values()].map(({ memberId, meter, start }) => {
    const { sets, ...state } = counterOf(meters, memberId, { meter, start });
    return {
      bucket: bucketOf(memberId),
      memberId,
      meter,
      start,
      ...state,
      sets: JSON.stringify(sets),
    };
  });
  return [
    ...(uses.length > 0 ? [writeUses(uses)] : []),
    ...(counters.length > 0 ? [writeCounters(counters)] : []),
  ];
}
