import { addDays, dayNumber, type Instant, instant, localMoment } from '#shared/time.ts';
import { historyWindow } from '../core/history/history-window.ts';
import type { CompiledRuleSet } from '../core/index.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Receipts come up to thirty days late; two more for zones, whose walls are kept as if they showed UTC. */
const LATE_DAYS = 32;
/** The longest that a calendar period lasts, in days; uses of an offer and counters without a period stay. */
const DAYS_OF = { hour: 1, day: 1, week: 7, month: 31, year: 366 } as const;
/** A window that a later rule set may ask for finds so much, whatever is asked today. */
const FLOATING_DAYS_MIN = 400;
const HISTORY_DAYS_MIN = 3 * 366;

/** Kinds of periods, and before when one that began can no longer matter. */
export type PeriodHorizon = { readonly word: string; readonly before: Instant };

/** Before when what promotions have counted can no longer matter. */
export type Horizons = {
  /** By the last word of a meter's name; see meterOf. */
  readonly periods: readonly PeriodHorizon[];
  readonly purchasesBefore: Instant;
};

/** Works out the horizons for the promotions of today. */
export function horizonsOf(ruleSet: CompiledRuleSet, now: Instant): Horizons {
  const before = (days: number) => instant(now - (LATE_DAYS + days) * DAY_MS);
  const floating = Math.max(FLOATING_DAYS_MIN, ...floatingDays(ruleSet));
  return {
    periods: [
      ...Object.entries(DAYS_OF).map(([word, days]) => ({ word, before: before(days) })),
      { word: 'days', before: before(floating) },
      { word: 'minutes', before: before(floating) },
    ],
    purchasesBefore: instant(
      Math.min(before(HISTORY_DAYS_MIN), ...[...ruleSet.aggregates.values()].map(startOf(now))),
    ),
  };
}

/** How far the floating limits look back, in days. */
function floatingDays({ promotions }: CompiledRuleSet): readonly number[] {
  return promotions.flatMap(({ limits = [] }) =>
    limits.flatMap(({ period }) => {
      if (typeof period === 'string') return [];
      if ('lastDays' in period) return [period.lastDays];
      return [Math.ceil((period.lastMinutes * MINUTE_MS) / DAY_MS)];
    }),
  );
}

/** From when on a query looks at purchases, for the latest receipt that may still come. */
function startOf(now: Instant) {
  const today = localMoment(now, 'UTC').date;
  const late = addDays(today, -LATE_DAYS);
  return ({ period }: { readonly period: Parameters<typeof historyWindow>[0] }): number =>
    Math.min(historyWindow(period, late).from, dayNumber(late) * DAY_MS);
}
