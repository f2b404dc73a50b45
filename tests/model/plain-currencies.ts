import { putCurrencies } from '#modules/ledger/index.ts';
import type { Database } from '#platform/db/index.ts';

/** Currencies by these codes and terms, and a main one without terms. */
export function putPlainCurrencies(
  db: Database,
  codes: readonly string[],
  terms: readonly unknown[],
): Promise<void> {
  return putCurrencies(
    db,
    ['main', ...codes].map((code, place) => ({
      code,
      title: { ru: code, en: code },
      divisibility: 0,
      partnerCode: null,
      kopecksPerPoint: { num: 100, den: 1 },
      isMain: code === 'main',
      terms: code === 'main' ? {} : terms[place - 1],
    })),
  );
}
