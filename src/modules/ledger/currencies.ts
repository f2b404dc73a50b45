import { Value } from 'typebox/value';
import { type Database, type Statement, sql } from '#platform/db/index.ts';
import { present } from '#shared/assert.ts';
import type { Ratio } from '#shared/ratio.ts';
import type { Text } from '#shared/text.ts';
import {
  type CurrencyTerms,
  CurrencyTermsShape,
  type Exchange,
  pickRate,
  type Rate,
  type RateQuery,
  termsWithDefaults,
} from './core/index.ts';
import { rateFromRow, readRates } from './sql/rates.ts';

/** A kind of points. */
export type Currency = {
  readonly code: string;
  readonly title: Text;
  /** Word forms by plural category: ru one, few, many (бонус, бонуса, бонусов); en one, other. */
  readonly plural: { readonly ru: readonly string[]; readonly en: readonly string[] };
  /** Decimal places, 0 … 6; points are integers of the smallest unit. */
  readonly divisibility: number;
  /** Who owns it; null = the operator. */
  readonly partnerCode: string | null;
  /** Kopecks that one smallest unit pays for, where no rate says otherwise. */
  readonly kopecksPerPoint: Ratio;
  readonly isMain: boolean;
  /** `qualifying` points only count; they cannot be spent. */
  readonly purpose: 'spendable' | 'qualifying';
  /** Whether members see it. */
  readonly isVisible: boolean;
  readonly isArchived: boolean;
  readonly terms: CurrencyTerms;
};

/** A currency as it is first put in; what is left out has its default. */
export type NewCurrency = Pick<
  Currency,
  'code' | 'title' | 'divisibility' | 'partnerCode' | 'kopecksPerPoint' | 'isMain'
> &
  Partial<Pick<Currency, 'plural' | 'purpose' | 'isVisible'>> & {
    /** As CurrencyTermsShape. */
    readonly terms?: unknown;
  };

/** Currencies as this server knows them; read again by `refresh`. */
export type Currencies = {
  all(): readonly Currency[];
  find(code: string): Currency | undefined;
  /** The programme's own currency, the one that pays at the till. */
  main(): Currency;
  /** What one currency gives for another; undefined = it is not exchanged. */
  exchangeOf(fromCode: string, toCode: string): Exchange | undefined;
  /** What points cost there and then; the currency's own worth where no rate says otherwise. */
  rateOf(query: RateQuery): Ratio;
  /** Rates of a currency, those of the past too. */
  ratesOf(currencyCode: string): readonly Rate[];
  refresh(): Promise<void>;
};

type CurrencyRow = {
  code: string;
  title_ru: string;
  title_en: string;
  plural_ru: readonly string[];
  plural_en: readonly string[];
  divisibility: number;
  partner_code: string | null;
  kopecks_num: number;
  kopecks_den: number;
  is_main: boolean;
  purpose: Currency['purpose'];
  is_visible: boolean;
  is_archived: boolean;
  policy: unknown;
};

type ExchangeRow = {
  from_code: string;
  to_code: string;
  from_points: number;
  to_points: number;
  fee_basis_points: number;
};

/** Reads the currencies and keeps them. */
export async function openCurrencies(db: Database): Promise<Currencies> {
  let byCode: ReadonlyMap<string, Currency> = new Map();
  let exchanges: ReadonlyMap<string, Exchange> = new Map();
  let rates: ReadonlyMap<string, readonly Rate[]> = new Map();
  const refresh = async () => {
    const asked = [readCurrencies(), readExchanges(), readRates()] as const;
    const [currencies, pairs, rateRows] = await db.pipeline(asked);
    rates = Map.groupBy(rateRows.map(rateFromRow), (rate) => rate.currencyCode);
    byCode = new Map(currencies.map((row) => [row.code, currencyFromRow(row)]));
    exchanges = new Map(pairs.map((row) => [`${row.from_code} ${row.to_code}`, exchangeOf(row)]));
  };
  await refresh();
  return {
    all: () => [...byCode.values()],
    find: (code) => byCode.get(code),
    main: () =>
      present(
        [...byCode.values()].find((currency) => currency.isMain),
        'main currency',
      ),
    exchangeOf: (fromCode, toCode) => exchanges.get(`${fromCode} ${toCode}`),
    rateOf(query) {
      const rate = pickRate(rates.get(query.currencyCode) ?? [], query);
      if (rate !== undefined) return { num: rate.kopecks, den: rate.points };
      return byCode.get(query.currencyCode)?.kopecksPerPoint ?? NO_WORTH;
    },
    ratesOf: (currencyCode) => rates.get(currencyCode) ?? [],
    refresh,
  };
}

const NO_WORTH: Ratio = { num: 0, den: 1 };

const readCurrencies = (): Statement<CurrencyRow> => sql<CurrencyRow>`
  select c.code, c.title_ru, c.title_en, c.plural_ru, c.plural_en, c.divisibility, c.partner_code,
    c.kopecks_num, c.kopecks_den, c.is_main, c.purpose, c.is_visible, c.is_archived, c.policy
  from ledger.currency c
  order by c.code`;

const readExchanges = (): Statement<ExchangeRow> => sql<ExchangeRow>`
  select x.from_code, x.to_code, x.from_points, x.to_points, x.fee_basis_points
  from ledger.exchange x`;

function currencyFromRow(row: CurrencyRow): Currency {
  return {
    code: row.code,
    title: { ru: row.title_ru, en: row.title_en },
    plural: { ru: row.plural_ru, en: row.plural_en },
    divisibility: row.divisibility,
    partnerCode: row.partner_code,
    kopecksPerPoint: { num: row.kopecks_num, den: row.kopecks_den },
    isMain: row.is_main,
    purpose: row.purpose,
    isVisible: row.is_visible,
    isArchived: row.is_archived,
    terms: termsWithDefaults(
      Value.Parse(CurrencyTermsShape, row.policy),
      row.purpose === 'spendable',
    ),
  };
}

function exchangeOf(row: ExchangeRow): Exchange {
  return {
    fromPoints: row.from_points,
    toPoints: row.to_points,
    feeBasisPoints: row.fee_basis_points,
  };
}

/**
 * Adds currencies that are not there yet; what exists stays as it is.
 * @throws Error when terms do not have their shape
 */
export async function putCurrencies(
  db: Database,
  currencies: readonly NewCurrency[],
): Promise<void> {
  const terms = currencies.map((c) =>
    JSON.stringify(Value.Parse(CurrencyTermsShape, c.terms ?? {})),
  );
  await db.run(sql`
    insert into ledger.currency (code, title_ru, title_en, plural_ru, plural_en, divisibility,
      partner_code, kopecks_num, kopecks_den, is_main, purpose, is_visible, policy)
    select c.code, c.title_ru, c.title_en, c.plural_ru::text[], c.plural_en::text[], c.divisibility,
      c.partner_code, c.kopecks_num, c.kopecks_den, c.is_main, c.purpose, c.is_visible, c.policy
    from unnest(
      ${currencies.map((c) => c.code)}::text[],
      ${currencies.map((c) => c.title.ru)}::text[],
      ${currencies.map((c) => c.title.en)}::text[],
      ${currencies.map((c) => arrayText(c.plural?.ru ?? []))}::text[],
      ${currencies.map((c) => arrayText(c.plural?.en ?? []))}::text[],
      ${currencies.map((c) => c.divisibility)}::int[],
      ${currencies.map((c) => c.partnerCode)}::text[],
      ${currencies.map((c) => c.kopecksPerPoint.num)}::bigint[],
      ${currencies.map((c) => c.kopecksPerPoint.den)}::bigint[],
      ${currencies.map((c) => c.isMain)}::boolean[],
      ${currencies.map((c) => c.purpose ?? 'spendable')}::text[],
      ${currencies.map((c) => c.isVisible ?? true)}::boolean[],
      ${terms}::jsonb[]
    ) as c (code, title_ru, title_en, plural_ru, plural_en, divisibility, partner_code, kopecks_num,
      kopecks_den, is_main, purpose, is_visible, policy)
    on conflict do nothing`);
}

/** An array as the text that PostgreSQL reads: arrays of arrays would have to be even. */
function arrayText(words: readonly string[]): string {
  return `{${words.map((word) => JSON.stringify(word)).join(',')}}`;
}
