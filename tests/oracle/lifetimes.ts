import { addDays, addMonths, nextStart, startOf } from './dates.ts';
import type { Facts } from './facts.ts';
import { bigOr, isObject, type JsonObject, textOr } from './json.ts';

// Chapter 7.3: when points wake and burn, in ms; `expiresAt` is the first moment after the last day.

export function lifespan(
  terms: JsonObject,
  { local, occurredAt }: Facts,
): { activeFrom: number; expiresAt: number | null } {
  const rule = isObject(terms['lifetime']) ? terms['lifetime'] : terms;
  const wait = Number(bigOr(rule['activeAfterDays'], 0n));
  const roundTo = textOr(rule['activeRoundTo'], null);
  const waited = addDays(local.date, wait);
  const isStart = roundTo === null || startOf(roundTo, waited) === waited;
  const active = isStart ? waited : nextStart(roundTo ?? 'day', waited);
  const isAtOnce = active === local.date && wait === 0;
  const activeFrom = isAtOnce ? occurredAt : midnight(active, local.zone);
  const last = lastDay(rule, active);
  return { activeFrom, expiresAt: last === null ? null : midnight(addDays(last, 1), local.zone) };
}

function lastDay(rule: JsonObject, active: string): string | null {
  const days = bigOr(rule['lifetimeDays'], null);
  const months = bigOr(rule['lifetimeMonths'], null);
  const fixed = textOr(rule['fixedDate'], null);
  const plain =
    days !== null
      ? addDays(active, Number(days))
      : months !== null
        ? addMonths(active, Number(months))
        : fixed;
  const roundTo = textOr(rule['burnRoundTo'], null);
  return plain === null || roundTo === null ? plain : addDays(nextStart(roundTo, plain), -1);
}

/** The first moment of a day on the walls of a zone. */
function midnight(date: string, zone: string): number {
  const wall = Date.parse(`${date}T00:00:00Z`);
  const guess = wall - offset(wall, zone);
  return wall - offset(guess, zone);
}

function offset(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    timeZoneName: 'longOffset',
  }).formatToParts(moment);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
  const ms = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -ms : ms;
}
