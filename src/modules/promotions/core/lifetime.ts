import { Type } from 'typebox';
import { addDays, endOfDay, type Instant, startOfDay } from '#shared/time.ts';
import type { Facts } from './facts.ts';
import { choice, daysParam } from './params.ts';

/** When points wake and burn, in calendar days of the store. */
export type Lifetime = {
  /** 0 = at once; n = at the start of the n-th day after the purchase. */
  readonly activeAfterDays: number;
  /** They live through the end of this many days after waking; null = for ever. */
  readonly lifetimeDays: number | null;
};

const BURN_LABEL = { ru: 'Сгорают через, дней', en: 'Burn after, days' };

/** Fields of every effect that gives points. */
export const LIFETIME_PARAMS = {
  activeAfterDays: Type.Optional(
    daysParam({ ru: 'Активны через, дней', en: 'Active after, days' }, 0),
  ),
  lifetimeDays: Type.Optional(
    Type.Union([daysParam(BURN_LABEL, 1), Type.Null()], {
      ...choice(BURN_LABEL),
      'x-unit': 'days',
    }),
  ),
};

/** How titles speak of these fields. */
export const LIFETIME_TITLE = {
  ru: '[, активны через {activeAfterDays}][, сгорают через {lifetimeDays}]',
  en: '[, active after {activeAfterDays}][, burn after {lifetimeDays}]',
};

/** Reads the fields; absent = active at once, never burning. */
export function lifetimeOf(params: {
  readonly activeAfterDays?: number;
  readonly lifetimeDays?: number | null;
}): Lifetime {
  return {
    activeAfterDays: params.activeAfterDays ?? 0,
    lifetimeDays: params.lifetimeDays ?? null,
  };
}

/**
 * The moments at which points of a receipt wake and burn: both at midnight of the store, so that a
 * member in Kamchatka does not lose them at Moscow's.
 */
export function lifespan(
  lifetime: Lifetime,
  facts: Facts,
): { readonly activeFrom: Instant; readonly expiresAt: Instant | null } {
  const { activeAfterDays, lifetimeDays } = lifetime;
  return {
    activeFrom:
      activeAfterDays === 0 ? facts.occurredAt : midnight(facts, activeAfterDays, 'start'),
    expiresAt:
      lifetimeDays === null ? null : midnight(facts, activeAfterDays + lifetimeDays, 'end'),
  };
}

// Zone arithmetic costs tens of microseconds; all receipts of a store and a day share the answer.
const MIDNIGHTS_MAX = 4096;
const midnights = new Map<string, Instant>();

function midnight(facts: Facts, days: number, edge: 'start' | 'end'): Instant {
  const { date, zone } = facts.local;
  const key = `${zone} ${date} ${days} ${edge}`;
  const known = midnights.get(key);
  if (known !== undefined) return known;
  const day = addDays(date, days);
  const moment = edge === 'start' ? startOfDay(day, zone) : endOfDay(day, zone);
  if (midnights.size >= MIDNIGHTS_MAX) midnights.clear();
  midnights.set(key, moment);
  return moment;
}
