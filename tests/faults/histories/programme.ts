import { putCurrencies } from '#modules/ledger/index.ts';
import { type Database, sql } from '#platform/db/index.ts';
import { type MemberId, mintMemberId } from '#shared/ids.ts';
import type { Random } from '../../../db/seed/random.ts';
import type { Rules, Terms } from '../../model/twin/asks.ts';

const FOR_A_YEAR = {
  activation: { when: 'at-once' },
  expiry: { when: 'after', count: 1, unit: 'year', from: 'accrual', endOf: 'day' },
} as const;

const COMMON: Terms = {
  spendOrder: 'soonest-to-expire',
  lifetime: FOR_A_YEAR,
  debt: { takeBack: 'allow', debit: 'to-zero' },
  loanPointsMax: 0,
  holdMinutesMax: 1_440,
  transfer: { pointsMin: 1, dailyPointsMax: 10 ** 12, feeBasisPoints: 100, feePoints: 1 },
  reactivation: null,
};

/** Two currencies: one that lends a little, one whose points live and slide. */
const TERMS: Readonly<Record<string, Terms>> = {
  lent: { ...COMMON, loanPointsMax: 20 },
  sliding: {
    ...COMMON,
    spendOrder: 'first-in',
    lifetime: { ...FOR_A_YEAR, expiry: { ...FOR_A_YEAR.expiry, slides: true } },
    debt: { takeBack: 'to-zero', debit: 'allow' },
  },
};
const EXCHANGE = { fromPoints: 2, toPoints: 3, feeBasisPoints: 500 };

export const CODES = Object.keys(TERMS);

/** The same programme for the twin. */
export const RULES: Rules = {
  termsOf: (code) => TERMS[code],
  exchangeOf: (fromCode, toCode) => (fromCode === toCode ? undefined : EXCHANGE),
};

/** Puts the programme in beside what is there; a database without currencies gets a main one. */
export async function putProgramme(db: Database): Promise<void> {
  const [known] = await db.run(sql<{ n: number }>`select count(*) as n from ledger.currency`);
  await putCurrencies(
    db,
    (known?.n === 0 ? ['main', ...CODES] : CODES).map((code) => ({
      code,
      title: { ru: code, en: code },
      divisibility: 0,
      partnerCode: null,
      kopecksPerPoint: { num: 100, den: 1 },
      isMain: code === 'main',
      terms: TERMS[code] ?? {},
    })),
  );
  for (const [from, to] of [CODES, CODES.toReversed()]) {
    await db.run(sql`
      insert into ledger.exchange (from_code, to_code, from_points, to_points, fee_basis_points)
      values (${from}, ${to}, ${EXCHANGE.fromPoints}, ${EXCHANGE.toPoints}, ${EXCHANGE.feeBasisPoints})
      on conflict do nothing`);
  }
}

/** Members of a history: hot ones first; some share a bucket, the rest are spread over the lanes. */
export function mintMembers(random: Random, counts: { hot: number; cold: number }): MemberId[] {
  const near = random.int(16_384);
  return Array.from({ length: counts.hot + counts.cold }, (_, place) =>
    mintMemberId(random.bytes(5), place % 3 === 0 ? near : random.int(16_384)),
  );
}
