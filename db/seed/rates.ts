import { insertRate } from '#modules/ledger/index.ts';
import { type Database, sql } from '#platform/db/index.ts';
import { uuidv7 } from '#shared/ids.ts';
import { type Instant, instant } from '#shared/time.ts';
import { randomOf } from './random.ts';

const DAY_MS = 86_400_000;

/** Rates besides what a point is worth anyway: one in force, one ahead, one that is over. */
const RATES = [
  { direction: 'buy', partnerCode: null, days: [-60, null], points: 100, kopecks: 12_000 },
  { direction: 'sell', partnerCode: 'aroma', days: [45, 105], points: 2, kopecks: 100 },
  { direction: 'sell', partnerCode: 'azs', days: [-300, -20], points: 1, kopecks: 150 },
] as const;

/** Puts rates and an exchange into the demo, counted from `now`; what is there already stays. */
export async function seedRates(db: Database, now: Instant): Promise<void> {
  const random = randomOf('rates');
  const moment = (days: number) => instant(now + days * DAY_MS);
  const rates = RATES.map(({ days: [from, to], ...rate }) =>
    insertRate(
      {
        ...rate,
        id: uuidv7(0, random.bytes(10)),
        currencyCode: 'bonus',
        storeCode: null,
        promotionCode: null,
        segmentCode: null,
        validFrom: moment(from),
        validTo: to === null ? null : moment(to),
        rounding: 'half-up',
      },
      { at: now, by: 'demo' },
    ),
  );
  await db.pipeline([
    ...rates,
    sql`insert into ledger.exchange (from_code, to_code, from_points, to_points, fee_basis_points)
      values ('bonus', 'fuel-litres', 100, 150, 200) on conflict do nothing`,
  ]);
}
