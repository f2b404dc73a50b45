import { addDays, type Instant, instant, type LocalDate, localMoment } from '#shared/time.ts';
import { type Account, clockOf } from './account.ts';
import { free, isActive, isBurnt, type Lot } from './lot.ts';

/** Points that wake together. */
export type Waking = {
  /** The local day; null = when `awaits` is confirmed. */
  readonly on: LocalDate | null;
  readonly awaits: string | null;
  readonly points: number;
};

/** What an account holds and what time will do to it. balance = spendable + held + pending + overdue. */
export type Outlook = {
  readonly spendable: number;
  /** Free points that are not active yet. */
  readonly pending: number;
  /** Free points that have burnt and are not written off yet. */
  readonly overdue: number;
  /** Earliest first; those that await a confirmation last. */
  readonly waking: readonly Waking[];
  /** Points that burn, by the week (its Monday) of the last day on which they can be spent. */
  readonly weeks: readonly { readonly monday: LocalDate; readonly points: number }[];
  /** Points that burn after these weeks. */
  readonly later: number;
  /** Points without an end, or whose end is suspended. */
  readonly never: number;
};

/**
 * What an account holds and what time will do to it.
 * @param lots all lots of the account that hold points
 * @param at   `weeks` ≥ 1 counts from the week of `now`; days are those of `zone`
 */
export function outlook(
  account: Account,
  lots: readonly Lot[],
  at: { readonly now: Instant; readonly zone: string; readonly weeks: number },
): Outlook {
  const clock = clockOf(account, at.now);
  const sum = (some: readonly Lot[]) => some.reduce((points, lot) => points + free(lot), 0);
  const unburnt = lots.filter((lot) => !isBurnt(lot, clock));
  const asleep = unburnt.filter((lot) => !isActive(lot, clock));
  return {
    spendable: sum(lots.filter((lot) => isActive(lot, clock))),
    pending: sum(asleep),
    overdue: sum(lots.filter((lot) => isBurnt(lot, clock))),
    waking: wakings(asleep, at.zone),
    ...burnings(unburnt, account, at),
  };
}

function wakings(asleep: readonly Lot[], zone: string): Waking[] {
  const byDay = new Map<string, Waking>();
  for (const lot of asleep) {
    if (free(lot) === 0) continue;
    const on = lot.awaits === null ? localMoment(lot.activeFrom, zone).date : null;
    const key = `${on ?? '~'} ${lot.awaits ?? ''}`;
    const points = (byDay.get(key)?.points ?? 0) + free(lot);
    byDay.set(key, { on, awaits: lot.awaits, points });
  }
  return [...byDay.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, waking]) => waking);
}

function burnings(
  unburnt: readonly Lot[],
  account: Pick<Account, 'isExpirySuspended'>,
  at: { readonly now: Instant; readonly zone: string; readonly weeks: number },
): Pick<Outlook, 'weeks' | 'later' | 'never'> {
  const first = mondayOf(at.now, at.zone);
  const points = new Map<LocalDate, number>();
  for (let week = 0; week < at.weeks; week += 1) points.set(addDays(first, 7 * week), 0);
  let [later, never] = [0, 0];
  for (const lot of unburnt) {
    if (lot.expiresAt === null || account.isExpirySuspended) {
      never += lot.remaining;
      continue;
    }
    // Midnight after the last day belongs to that day for everybody but a computer.
    const monday = mondayOf(instant(lot.expiresAt - 1), at.zone);
    const known = points.get(monday);
    if (known === undefined) later += lot.remaining;
    else points.set(monday, known + lot.remaining);
  }
  return { weeks: [...points].map(([monday, sum]) => ({ monday, points: sum })), later, never };
}

function mondayOf(moment: Instant, zone: string): LocalDate {
  const { date, weekday } = localMoment(moment, zone);
  return addDays(date, 1 - weekday);
}
