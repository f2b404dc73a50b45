import { type Asking, type Check, type Condition, FAR, lacks, MET, within, yes } from './check.ts';
import { aroundAnniversary, dayNumber, dayOfMonth, lengthOfMonth } from './dates.ts';
import { big, bigOr, list, object, own, text, textOr, words } from './json.ts';
import { mod, sum } from './numbers.ts';
import { holds } from './tests-of-facts.ts';

// 4.4: time, place, payment.

export const TIME_CONDITIONS: Readonly<Record<string, Condition>> = {
  'date-range': ({ world, params }) => {
    const { date } = world.facts.local;
    const from = textOr(params['fromDate'], null);
    const to = textOr(params['toDate'], null);
    if (from !== null && date < from) return lacks('days', days(from) - days(date));
    return yes(to === null || date <= to);
  },
  weekdays: ({ world, params }) => {
    const today = BigInt(world.facts.local.weekday);
    const wanted = list(params['weekdays']).map(big);
    if (wanted.includes(today)) return MET;
    const waits = wanted.map((day) => mod(day - today, 7n));
    return lacks(
      'days',
      waits.reduce((a, b) => (b < a ? b : a)),
    );
  },
  'local-hours': ({ world, params }) => {
    const now = BigInt(world.facts.local.minuteOfDay);
    const from = big(params['fromMinute']);
    const to = big(params['toMinute']);
    const isIn = from < to ? from <= now && now < to : now >= from || now < to;
    return isIn ? MET : lacks('minutes', mod(from - now, 1440n));
  },
  calendar: ({ world, params }) =>
    yes(words(params['calendarCodes']).some((code) => world.facts.calendarCodes.includes(code))),
  'month-days': ({ world, params }) => {
    const { date } = world.facts.local;
    const day = BigInt(dayOfMonth(date));
    const first = bigOr(params['firstDays'], 0n);
    const last = bigOr(params['lastDays'], 0n);
    return yes(day <= first || day > BigInt(lengthOfMonth(date)) - last);
  },
  'nth-week': ({ world, params }) => {
    const weeks = Math.floor((dayNumber(world.facts.local.date) - dayNumber('1970-01-05')) / 7);
    return yes(mod(BigInt(weeks), big(params['every'])) === bigOr(params['offset'], 0n));
  },
  'birthday-window': ({ world, params }) => {
    const date = dateOf(world, textOr(params['attribute'], null));
    if (date === null) return FAR;
    const { since, until } = aroundAnniversary(date, world.facts.local.date);
    const before = big(params['daysBefore']);
    if (BigInt(since) <= big(params['daysAfter']) || BigInt(until) <= before) return MET;
    return lacks('days', BigInt(until) - before);
  },
  'days-since': ({ world, params }) => {
    const date = dateOf(world, text(params['dateAttribute']));
    if (date === null) return FAR;
    const since = days(world.facts.local.date) - days(date);
    return within(since, { min: params['minDays'], max: params['maxDays'] }, 'days');
  },
  place: ({ world, params }) => {
    const fields = ['store', 'region', 'format', 'city', 'brand', 'partner', 'legalEntity'];
    return yes(
      fields.some((field) =>
        words(params[`${field}Codes`]).some((code) => code === placeOf(world, `${field}Code`)),
      ),
    );
  },
  channel: ({ world, params }) => yes(has(params['channels'], placeOf(world, 'channel'))),
  terminal: ({ world, params }) =>
    yes(
      has(params['terminalCodes'], placeOf(world, 'terminalCode')) ||
        has(params['kinds'], placeOf(world, 'terminalKind')),
    ),
  delivery: ({ world, params }) => yes(has(params['kinds'], world.facts.deliveryKind)),
  'payment-method': ({ world, params }) =>
    yes(world.facts.payments.some((one) => one.kopecks > 0 && has(params['methods'], one.method))),
  'payment-share': paymentShare,
  'payment-param': ({ world, params }) => {
    const test = object(params['test']);
    const passes = (params_: Asking['params'] | undefined): boolean =>
      holds(test, own(params_, text(params['param'])));
    return yes(world.facts.payments.some((one) => one.kopecks > 0 && passes(one.params)));
  },
};

function paymentShare({ world, params }: Asking): Check {
  const { payments } = world.facts;
  const all = sum(payments.map((one) => BigInt(one.kopecks)));
  const by = sum(
    payments.filter((one) => has(params['methods'], one.method)).map((one) => BigInt(one.kopecks)),
  );
  const isIn =
    by * 10_000n >= big(params['minBasisPoints']) * all &&
    by * 10_000n <= bigOr(params['maxBasisPoints'], 10_000n) * all;
  return yes(all > 0n && isIn);
}

function days(date: string): bigint {
  return BigInt(dayNumber(date));
}

/** A date of the member: the birth date, or an attribute. */
function dateOf(world: Asking['world'], attribute: string | null): string | null {
  const { member } = world.facts;
  if (attribute === null) return member?.birthDate ?? null;
  return textOr(own(member?.attributes, attribute), null);
}

function placeOf(world: Asking['world'], field: string): string | null {
  return textOr(own(world.facts.place ?? undefined, field), null);
}

function has(codes: Asking['params'][string] | undefined, code: string | null): boolean {
  return code !== null && words(codes).includes(code);
}
