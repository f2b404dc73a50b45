import type { ReceiptState } from '#modules/receipts/admin-contract.ts';
import { wallClock } from '../../../kit/format.ts';
import { compact, dayParam, textParam, wordParam } from '../../../kit/search-params.ts';

export const PERIODS = ['today', 'yesterday', 'week', 'month', 'all', 'days'] as const;
export type Period = (typeof PERIODS)[number];

const STATES: readonly ReceiptState[] = ['sale', 'returned', 'cancelled', 'void'];

/** The filters of the feed, as they stand in the address. `from` and `to` matter for `days` only. */
export type ReceiptsSearch = {
  store?: string | undefined;
  member?: string | undefined;
  period?: Period | undefined;
  from?: string | undefined;
  to?: string | undefined;
  state?: ReceiptState | undefined;
};

export function readReceiptsSearch(search: Record<string, unknown>): ReceiptsSearch {
  return compact({
    store: textParam(search.store),
    member: textParam(search.member),
    period: wordParam(search.period, PERIODS),
    from: dayParam(search.from),
    to: dayParam(search.to),
    state: wordParam(search.state, STATES),
  });
}

const BACK: Readonly<Record<Exclude<Period, 'all' | 'days'>, number>> = {
  today: 0,
  yesterday: 1,
  week: 6,
  month: 29,
};

/** The moments between which the period lies, by the viewer's own calendar; open ends are absent. */
export function periodRange(search: ReceiptsSearch, now: Date): { from?: string; to?: string } {
  const period = search.period ?? 'all';
  if (period === 'all') return {};
  if (period === 'days') {
    return compact({
      from: search.from === undefined ? undefined : midnight(search.from, 0),
      to: search.to === undefined ? undefined : midnight(search.to, 1),
    });
  }
  const today = wallClock(now.toISOString()).slice(0, 10);
  const from = midnight(today, -BACK[period]);
  return period === 'yesterday' ? { from, to: midnight(today, 0) } : { from };
}

function midnight(day: string, shiftDays: number): string {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + shiftDays);
  return date.toISOString();
}
