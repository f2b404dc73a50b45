import {
  addDays,
  addMonths,
  dayNumber,
  type LocalDate,
  monthOf,
  startOfMonth,
} from '#shared/time.ts';
import type { Aggregate } from './aggregate.ts';

const DAY_MS = 86_400_000;

/** From the first moment to before the last one, on the wall, milliseconds as if it showed UTC. */
export type HistoryWindow = { readonly from: number; readonly to: number };

/**
 * The stretch of the history that a query looks at. The last days, months … end with today: the last 7
 * days are today and six before; the last month on 15 March begins on 16 February. It is then rounded to
 * the start of its month, quarter or year.
 */
export function historyWindow(period: Aggregate['period'], today: LocalDate): HistoryWindow {
  if ('from' in period) {
    return windowOf(period.from as LocalDate, period.to as LocalDate);
  }
  const from =
    'lastDays' in period
      ? addDays(today, 1 - period.lastDays)
      : addDays(addMonths(today, -monthsOf(period)), 1);
  return windowOf(rounded(from, period.roundTo ?? 'day'), today);
}

function windowOf(from: LocalDate, to: LocalDate): HistoryWindow {
  return { from: dayNumber(from) * DAY_MS, to: (dayNumber(to) + 1) * DAY_MS };
}

type Floating = Exclude<Aggregate['period'], { from: string }>;

function monthsOf(period: Exclude<Floating, { lastDays: number }>): number {
  if ('lastMonths' in period) return period.lastMonths;
  return 'lastQuarters' in period ? 3 * period.lastQuarters : 12 * period.lastYears;
}

function rounded(date: LocalDate, to: NonNullable<Floating['roundTo']>): LocalDate {
  const month = monthOf(date);
  switch (to) {
    case 'day':
      return date;
    case 'month':
      return startOfMonth(month);
    case 'quarter':
      return startOfMonth(month - (month % 3));
    case 'year':
      return startOfMonth(month - (month % 12));
  }
}
