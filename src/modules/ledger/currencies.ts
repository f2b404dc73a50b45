import { type Database, sql } from '#platform/db/index.ts';
import { present } from '#shared/assert.ts';
import type { Ratio } from '#shared/ratio.ts';
import type { Text } from '#shared/text.ts';

/** A kind of points. */
export type Currency = {
  readonly code: string;
  readonly title: Text;
  /** Decimal places, 0 … 6; points are integers of the smallest unit. */
  readonly divisibility: number;
  /** Who owns it; null = the operator. */
  readonly partnerCode: string | null;
  /** Kopecks that one smallest unit pays for. */
  readonly kopecksPerPoint: Ratio;
  readonly isMain: boolean;
};

/** Currencies as this server knows them; read again by `refresh`. */
export type Currencies = {
  all(): readonly Currency[];
  /** The programme's own currency, the one that pays at the till. */
  main(): Currency;
  refresh(): Promise<void>;
};

type CurrencyRow = {
  code: string;
  title_ru: string;
  title_en: string;
  divisibility: number;
  partner_code: string | null;
  kopecks_num: number;
  kopecks_den: number;
  is_main: boolean;
};

/** Reads the currencies and keeps them. */
export async function openCurrencies(db: Database): Promise<Currencies> {
  let known: readonly Currency[] = [];
  const refresh = async () => {
    const rows = await db.run(readCurrencies());
    known = rows.map(currencyFromRow);
  };
  await refresh();
  return {
    all: () => known,
    main: () =>
      present(
        known.find((currency) => currency.isMain),
        'main currency',
      ),
    refresh,
  };
}

const readCurrencies = () => sql<CurrencyRow>`
  select c.code, c.title_ru, c.title_en, c.divisibility, c.partner_code, c.kopecks_num,
    c.kopecks_den, c.is_main
  from ledger.currency c
  order by c.code`;

function currencyFromRow(row: CurrencyRow): Currency {
  return {
    code: row.code,
    title: { ru: row.title_ru, en: row.title_en },
    divisibility: row.divisibility,
    partnerCode: row.partner_code,
    kopecksPerPoint: { num: row.kopecks_num, den: row.kopecks_den },
    isMain: row.is_main,
  };
}

/** Adds currencies that are not there yet; what exists stays as it is. */
export async function putCurrencies(db: Database, currencies: readonly Currency[]): Promise<void> {
  await db.run(sql`
    insert into ledger.currency
      (code, title_ru, title_en, divisibility, partner_code, kopecks_num, kopecks_den, is_main)
    select * from unnest(
      ${currencies.map((c) => c.code)}::text[],
      ${currencies.map((c) => c.title.ru)}::text[],
      ${currencies.map((c) => c.title.en)}::text[],
      ${currencies.map((c) => c.divisibility)}::int[],
      ${currencies.map((c) => c.partnerCode)}::text[],
      ${currencies.map((c) => c.kopecksPerPoint.num)}::bigint[],
      ${currencies.map((c) => c.kopecksPerPoint.den)}::bigint[],
      ${currencies.map((c) => c.isMain)}::boolean[]
    )
    on conflict do nothing`);
}
