import type { Facts, RedemptionFacts } from '../facts.ts';

/** The currencies that may pay, in the order in which they do. */
export function payersOf({ redemption }: Facts): readonly RedemptionFacts[] {
  if ('currencyCode' in redemption) return [redemption];
  if (redemption.length < 2) return redemption;
  return [...redemption].sort(
    (a, b) => (a.order ?? 0) - (b.order ?? 0) || byText(a.currencyCode, b.currencyCode),
  );
}

/** The currency of points when an effect names none; undefined = there is no currency at all. */
export function defaultCurrency(facts: Facts): string | undefined {
  const { redemption } = facts;
  if ('currencyCode' in redemption) return redemption.currencyCode;
  if (redemption.length === 1) return redemption[0]?.currencyCode;
  if (redemption.length > 1) return payersOf(facts)[0]?.currencyCode;
  let first: string | undefined;
  for (const code of Object.keys(facts.currencies)) {
    if (first === undefined || code < first) first = code;
  }
  return first;
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
