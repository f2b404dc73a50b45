import type { Clock } from '#platform/clock.ts';
import { refusals } from '#shared/refusal.ts';
import { formatInstant, type Instant } from '#shared/time.ts';
import type { CurrencyDetail, CurrencyList, CurrencyRate, RateList } from './admin-contract.ts';
import type { Rate } from './core/index.ts';
import type { Currencies, Currency } from './currencies.ts';
import { knownCurrencyLine } from './wire.ts';

const refuse = refusals({
  /** No currency with the code in the address. */
  'no-such-currency': {
    status: 404,
    text: { ru: 'Такой валюты баллов нет.', en: 'There is no such currency of points.' },
    remedy: { ru: 'Возьмите код из списка валют.', en: 'Take the code from the list.' },
  },
});

type Deps = { readonly currencies: Currencies; readonly clock: Clock };

/** All currencies with what they promise: the main one first, archived ones last. */
export function readCurrencyList({ currencies }: Pick<Deps, 'currencies'>): CurrencyList {
  const all = [...currencies.all()].sort((a, b) => place(a) - place(b));
  return { currencies: all.map((currency) => currencyDetail(currency, currencies)) };
}

function place(currency: Currency): number {
  if (currency.isMain) return 0;
  return currency.isArchived ? 2 : 1;
}

function currencyDetail(currency: Currency, currencies: Currencies): CurrencyDetail {
  const { isMain, isVisible, isArchived, kopecksPerPoint, terms } = currency;
  return {
    ...knownCurrencyLine(currency),
    isMain,
    isVisible,
    isArchived,
    worth: { points: kopecksPerPoint.den, kopecks: kopecksPerPoint.num },
    terms: { ...terms, suspendingTiers: [...terms.suspendingTiers] },
    exchanges: currencies.all().flatMap(({ code: toCode }) => {
      const pair = currencies.exchangeOf(currency.code, toCode);
      return pair === undefined ? [] : [{ toCode, ...pair }];
    }),
  };
}

/** Rates of a currency: in force first, then those ahead, then those that are over. @throws Refusal no-such-currency */
export function readRateList({ currencies, clock }: Deps, code: string): RateList {
  if (currencies.find(code) === undefined) throw refuse('no-such-currency', { path: '/code' });
  const now = clock.now();
  const rates = currencies.ratesOf(code).map((rate) => rateLine(rate, now));
  const order: readonly CurrencyRate['state'][] = ['in-force', 'ahead', 'over'];
  return {
    rates: rates.sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) || (a.validFrom < b.validFrom ? 1 : -1),
    ),
  };
}

function rateLine(rate: Rate, now: Instant): CurrencyRate {
  const { id, direction, partnerCode, storeCode, promotionCode, segmentCode, validTo } = rate;
  return {
    rateId: id,
    direction,
    partnerCode,
    storeCode,
    promotionCode,
    segmentCode,
    validFrom: formatInstant(rate.validFrom),
    validTo: validTo === null ? null : formatInstant(validTo),
    points: rate.points,
    kopecks: rate.kopecks,
    rounding: rate.rounding,
    state: stateOf(rate, now),
  };
}

function stateOf({ validFrom, validTo }: Rate, now: Instant): CurrencyRate['state'] {
  if (validFrom > now) return 'ahead';
  return validTo !== null && validTo <= now ? 'over' : 'in-force';
}
