import type { Part } from './steps.ts';
import { integerOf, moneyOf, scaled, shareOf } from './values.ts';
import type { Reader } from './words.ts';

const SHARE = /^(\d+(?:[.,]\d{1,2})?)%$/u;

/** How each effect is read; its keyword is a clause of the rule. */
export const EFFECT_PARSERS: Readonly<Record<string, (reader: Reader) => Part>> = {
  earn: parseEarn,
  multiply: (reader) => {
    const [, factor] = reader.match(/^(\d+(?:[.,]\d{1,2})?)$/u, 'a factor, like 2 or 1.5');
    const params = { factorHundredths: scaled(factor, 2), ...lifetimeOf(reader) };
    return { code: 'multiply-points', params };
  },
  discount: parseDiscount,
  'off-receipt': (reader) => {
    const amountKopecks = moneyOf(reader);
    const perEachKopecks = reader.accept('per') === undefined ? null : moneyOf(reader);
    const params = { amountKopecks, ...(perEachKopecks !== null && { perEachKopecks }) };
    return { code: 'receipt-amount-off', params };
  },
  price: (reader) => ({ code: 'fixed-price', params: { priceKopecks: moneyOf(reader) } }),
  'round-down': (reader) => ({
    code: 'round-down-total',
    params: { stepKopecks: moneyOf(reader) },
  }),
  redeem: (reader) => {
    reader.need('up-to');
    return { code: 'redemption-cap', params: { shareBasisPoints: shareOf(reader) } };
  },
  say: (reader) => {
    const text = reader.name('words in quotes');
    const channel = reader.accept('cashier', 'customer') ?? 'slip';
    return { code: 'message', params: { channel, text: { ru: text, en: text } } };
  },
};

/** `earn 1 per 20₽ [gross]` · `earn 5% [gross]` · `earn 100 points [each]`, then when they live. */
function parseEarn(reader: Reader): Part {
  const share = reader.acceptMatch(SHARE);
  if (share !== undefined) {
    const base = reader.accept('gross');
    const params = { rateBasisPoints: scaled(share[1], 2), ...(base && { base }) };
    return { code: 'earn-percent', params: { ...params, ...lifetimeOf(reader) } };
  }
  const points = integerOf(reader);
  if (reader.need('per', 'points') === 'per') {
    const perKopecks = moneyOf(reader);
    const base = reader.accept('gross');
    const params = { points, perKopecks, ...(base && { base }), ...lifetimeOf(reader) };
    return { code: 'earn-per-amount', params };
  }
  const per = reader.accept('each') === undefined ? 'receipt' : 'unit';
  return { code: 'earn-fixed', params: { points, per, ...lifetimeOf(reader) } };
}

/** `discount 10%` · `discount 50₽` · `discount 50₽ each` */
function parseDiscount(reader: Reader): Part {
  const share = reader.acceptMatch(SHARE);
  if (share !== undefined) {
    return { code: 'percent-off', params: { rateBasisPoints: scaled(share[1], 2) } };
  }
  const amountKopecks = moneyOf(reader);
  const per = reader.accept('each') === undefined ? 'selection' : 'unit';
  return { code: 'amount-off', params: { amountKopecks, per } };
}

/** `active-after 14 days` and `burn-after 30 days`. */
function lifetimeOf(reader: Reader): Part['params'] {
  const days: Record<string, number> = {};
  for (;;) {
    const word = reader.accept('active-after', 'burn-after');
    if (word === undefined) return days;
    days[word === 'active-after' ? 'activeAfterDays' : 'lifetimeDays'] = integerOf(reader);
    reader.need('days');
  }
}
