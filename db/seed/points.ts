import { type Database, sql } from '#platform/db/index.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { addDays, type Instant, instant, type LocalDate, localMoment } from '#shared/time.ts';
import { type Done, openPointsDesk, type PointsDesk } from './points-desk.ts';

/** Who the stories below happen to. */
export type SeedMembers = readonly MemberId[];

const DAY_MS = 86_400_000;
/** The first thing that happened to the first member happened so many days ago. */
const FIRST_DAYS = 210;
const SINCE_DAYS = 220;
const ZONE = 'Europe/Moscow';

/** `at`: whose shop it happened in; absent = in none. */
type Params = { readonly at?: string; readonly [param: string]: unknown };

type Teller = {
  /** Something that happened so many days ago, at a partner's if it says so. */
  readonly ago: (days: number, kind: string, params: Params) => Promise<Done>;
  /** Burning at the end of that day, counted from today. */
  readonly until: (days: number) => object;
  readonly now: Instant;
};

/**
 * Gives some members a history in which everything occurs that screens show: lots that wait, sleep, burn
 * soon, are held, spent, given back, burnt; a debt; a gift; three currencies. Done once, however often it
 * is called.
 * @param members at least six
 */
export async function seedPoints(
  db: Database,
  members: SeedMembers,
  today: Instant,
): Promise<void> {
  const now = (await begunAt(db, members)) ?? today;
  const since = instant(now - SINCE_DAYS * DAY_MS);
  const desk = await openPointsDesk(db, { since, now });
  try {
    const stories = [everything, inDebt, generous, corrected, suspended, driver];
    for (const [place, story] of stories.entries()) {
      const memberId = members[place];
      if (memberId !== undefined) await story(tellerOf(desk, memberId, now), members);
    }
  } finally {
    await desk.close();
  }
}

/** The moment that an earlier try told its stories at: its first one began so many days before. */
async function begunAt(db: Database, members: SeedMembers): Promise<Instant | undefined> {
  const [first] = members;
  if (first === undefined) return undefined;
  const [row] = await db.run(sql<{ posted_at: Instant | null }>`
    select min(e.posted_at) as posted_at from ledger.entry e
    where e.bucket = ${bucketOf(first)} and e.member_id = ${first}`);
  const begun = row?.posted_at ?? null;
  return begun === null ? undefined : instant(begun + FIRST_DAYS * DAY_MS);
}

function tellerOf(desk: PointsDesk, memberId: MemberId, now: Instant): Teller {
  let step = 0;
  const today: LocalDate = localMoment(now, ZONE).date;
  return {
    now,
    ago(days, kind, { at: partnerCode = '', ...params }) {
      step += 1;
      const at = instant(now - Math.round(days * DAY_MS));
      return desk.ask({ memberId, kind, params, partnerCode, at, key: `seed-${step}` });
    },
    until: (days) => ({
      activation: { when: 'at-once' },
      expiry: { when: 'date', date: addDays(today, days) },
    }),
  };
}

const currencyCode = 'bonus';
const earned = (promotionCode: string, points: number, more: Params = {}) => ({
  at: 'gastronom',
  currencyCode,
  promotionCode,
  points,
  ...more,
});
const litres = { at: 'azs', currencyCode: 'fuel-litres', promotionCode: 'fuel-earning' };

/** A member to whom everything has happened. */
async function everything({ ago, until, now }: Teller): Promise<void> {
  await ago(FIRST_DAYS, 'earn', earned('welcome', 900, { lifetime: until(-25) }));
  await ago(150, 'spend', { currencyCode, points: 520, at: 'gastronom' });
  await ago(120, 'earn', earned('cheese-x3', 640, { lifetime: until(3) }));
  await ago(90, 'earn', earned('base-earning', 485, { lifetime: until(10) }));
  await ago(60, 'earn', earned('birthday-x5', 1_500, { lifetime: until(24) }));
  await ago(45, 'earn', earned('base-earning', 2_150, { lifetime: until(51) }));
  const spent = await ago(40, 'spend', { currencyCode, points: 300, at: 'azs' });
  const ofOperationId = spent.operationId;
  await ago(38, 'give-back', { currencyCode, points: 120, ofOperationId, at: 'azs' });
  const bought = await ago(30, 'purchase', { currencyCode, points: 500, kopecks: 60_000 });
  await ago(24, 'expire', {});
  await ago(12, 'credit', { currencyCode, points: 300, reasonCode: 'apology' });
  const lotIds = [String(bought.result['lotId'])];
  await ago(9, 'extend', { currencyCode, lotIds, expiresAt: now + 500 * DAY_MS });
  const stars = { currencyCode: 'aroma-stars', promotionCode: 'lucky-receipt', at: 'aroma' };
  await ago(6, 'earn', { ...stars, points: 121 });
  await ago(5, 'earn', { ...litres, points: 4_250 });
  const asleep = { activation: { when: 'day-start', afterDays: 17 }, expiry: { when: 'never' } };
  await ago(3, 'earn', earned('night-owls', 350, { lifetime: asleep }));
  const delivered = {
    activation: { when: 'confirmed', confirmation: 'delivery' },
    expiry: { when: 'after', count: 90, unit: 'day', from: 'activation', endOf: 'day' },
  };
  await ago(2, 'earn', earned('each-tenth', 420, { lifetime: delivered, at: 'aroma' }));
  await ago(1, 'hold', { currencyCode, points: 250, minutes: 4_000, at: 'aroma' });
}

/** Earned, spent, brought the goods back: the rest is owed. */
async function inDebt({ ago }: Teller): Promise<void> {
  await ago(20, 'earn', earned('lucky-receipt', 377));
  await ago(14, 'spend', { currencyCode, points: 350, at: 'gastronom' });
  await ago(8, 'take-back', { currencyCode, points: 377, at: 'gastronom' });
}

/** Gives points to the next one. */
async function generous({ ago }: Teller, members: SeedMembers): Promise<void> {
  await ago(33, 'earn', earned('each-tenth', 1_850));
  const toMemberId = members[3];
  await ago(4, 'transfer-out', { toMemberId, currencyCode, points: 500, as: 'gift' });
}

/** Was given too much, and has it corrected by hand. */
async function corrected({ ago }: Teller): Promise<void> {
  await ago(16, 'earn', earned('base-earning', 1_230));
  await ago(2, 'debit', { currencyCode, points: 230, reasonCode: 'wrong-accrual' });
}

/** Nothing of theirs burns while they are in a tier that promises so. */
async function suspended({ ago, until }: Teller): Promise<void> {
  await ago(100, 'earn', earned('gold-earning', 2_400, { lifetime: until(12) }));
  await ago(50, 'suspend-expiry', { currencyCode, isSuspended: true });
  await ago(10, 'earn', earned('gold-earning', 64, { currencyCode: 'status' }));
}

/** Collects litres to the hundredth; every visit moves their end. */
async function driver({ ago }: Teller): Promise<void> {
  await ago(70, 'earn', { ...litres, points: 1_235 });
  await ago(25, 'earn', { ...litres, points: 2_101 });
  await ago(11, 'spend', { currencyCode: 'fuel-litres', points: 1_500, at: 'azs' });
}
