import { createHash } from 'node:crypto';
import { after } from 'node:test';
import {
  type Currencies,
  LEDGER_PARTITIONED,
  type LedgerDesk,
  type NewCurrency,
  openCurrencies,
  openLedgerDesk,
  putCurrencies,
  runLedgerJobs,
} from '#modules/ledger/index.ts';
import { type Database, sql } from '#platform/db/index.ts';
import { ensurePartitions } from '#platform/db/partitions.ts';
import { openLanes } from '#platform/lanes.ts';
import { monotonicIds } from '#platform/monotonic-ids.ts';
import { deriveSecrets, type Secrets } from '#platform/secrets.ts';
import { present } from '#shared/assert.ts';
import { bucketOf, type MemberId, mintMemberId } from '#shared/ids.ts';
import { Refusal } from '#shared/refusal.ts';
import { instant } from '#shared/time.ts';
import { type Random, randomOf } from '../../db/seed/random.ts';
import { aClock, type FakeClock } from './clock.ts';
import { testDatabase } from './database.ts';

/** A ledger that lives: a few members, three currencies, every kind of movement. */
export type LedgerLife = {
  readonly db: Database;
  readonly url: string;
  /** The superuser's address: for tampering. */
  readonly adminUrl: string;
  readonly clock: FakeClock;
  readonly secrets: Secrets;
  /** What they are derived from, as ROOT_KEY takes it. */
  readonly rootKey: string;
  readonly currencies: Currencies;
  readonly members: readonly MemberId[];
  /** An operation by its kind; undefined when it is refused. */
  readonly ask: (member: MemberId, kind: string, params: object) => Promise<Answered | undefined>;
  /** That many random operations, hours apart. */
  readonly live: (steps: number) => Promise<void>;
};

export type Answered = {
  readonly operationId: string;
  readonly result: Readonly<Record<string, unknown>>;
};

const ONE = { num: 1, den: 1 };
const AFTER_MONTH = { when: 'after', count: 1, unit: 'month', from: 'accrual', endOf: 'day' };

/** Currencies that allow everything: loans, gifts, exchange, sliding and confirmed lifetimes. */
const CURRENCIES: readonly NewCurrency[] = [
  {
    code: 'bonus',
    title: { ru: 'Бонусы', en: 'Bonuses' },
    plural: { ru: ['бонус', 'бонуса', 'бонусов'], en: ['bonus', 'bonuses'] },
    divisibility: 0,
    partnerCode: null,
    kopecksPerPoint: ONE,
    isMain: true,
    terms: {
      lifetime: { activation: { when: 'day-start', afterDays: 1 }, expiry: AFTER_MONTH },
      debt: { takeBack: 'allow', debit: 'to-zero' },
      loanPointsMax: 300,
      transfer: { pointsMin: 1, dailyPointsMax: 100_000, feeBasisPoints: 100, feePoints: 1 },
      reactivation: {
        withinDays: 60,
        feeBasisPoints: 1_000,
        lifetime: { activation: { when: 'at-once' }, expiry: AFTER_MONTH },
      },
    },
  },
  {
    code: 'miles',
    title: { ru: 'Мили', en: 'Miles' },
    plural: { ru: ['миля', 'мили', 'миль'], en: ['mile', 'miles'] },
    divisibility: 2,
    partnerCode: 'azs',
    kopecksPerPoint: ONE,
    isMain: false,
    terms: {
      lifetime: {
        activation: { when: 'at-once' },
        expiry: { ...AFTER_MONTH, endOf: 'none', slides: true },
      },
    },
  },
  {
    code: 'stars-2',
    title: { ru: 'Звёзды', en: 'Stars' },
    divisibility: 0,
    partnerCode: null,
    kopecksPerPoint: ONE,
    isMain: false,
    terms: {
      lifetime: {
        activation: { when: 'confirmed', confirmation: 'delivery' },
        expiry: { ...AFTER_MONTH, from: 'activation' },
      },
    },
  },
];

const ROOT_KEY = Buffer.from(Array.from({ length: 32 }, (_, place) => place + 1));
const NOBODY = '00000000-0000-0000-0000-000000000000';
const ZONE = 'Europe/Moscow';
const MONTH_MS = 30 * 86_400_000;

/** Opens the ledger; everything random in it follows from `seed`. Closed after the file's tests. */
export async function ledgerLife(seed: string, memberCount = 5): Promise<LedgerLife> {
  const { db, url, adminUrl } = await testDatabase();
  const random = randomOf(seed);
  const clock = aClock();
  const months = [0, 3, 6];
  for (const month of months) {
    await ensurePartitions(db, LEDGER_PARTITIONED, instant(clock.now() + month * MONTH_MS));
  }
  await putCurrencies(db, CURRENCIES);
  await db.run(
    sql`insert into ledger.exchange (from_code, to_code, from_points, to_points, fee_basis_points)
      values ('bonus', 'miles', 1, 30, 200)`,
  );
  const currencies = await openCurrencies(db);
  const newId = monotonicIds(random.bytes);
  const lanes = openLanes({
    lanes: 1,
    batchMax: 16,
    queueMax: 64,
    patienceMs: 20_000,
    connect: () => db.connect('kopilka-life'),
    now: () => performance.now(),
  });
  after(() => lanes.close());
  const idOf = (now: ReturnType<FakeClock['now']>, owner: MemberId) => newId(now, bucketOf(owner));
  const desk = openLedgerDesk({ clock, currencies, lanes, newId: idOf });
  const members = Array.from({ length: memberCount }, () =>
    mintMemberId(random.bytes(5), random.int(16_384)),
  );
  const ask = asker({ desk, clock, random, newId: idOf });
  const life = { db, url, adminUrl, clock, currencies, members, ask };
  const jobs = { db, clock, desk, worker: 'life', newId: idOf };
  const runJobs = () => runLedgerJobs({ ...jobs, onFailure: failed });
  const step = stepper({ ...life, random, runJobs });
  return {
    ...life,
    secrets: deriveSecrets(ROOT_KEY),
    rootKey: ROOT_KEY.toString('hex'),
    async live(steps) {
      for (let n = 0; n < steps; n += 1) await step();
    },
  };
}

type Parts = {
  readonly desk: LedgerDesk;
  readonly clock: FakeClock;
  readonly random: Random;
  readonly newId: (now: ReturnType<FakeClock['now']>, owner: MemberId) => string;
};

function asker({ desk, clock, random, newId }: Parts): LedgerLife['ask'] {
  return async (memberId, kind, params) => {
    const operationId = newId(clock.now(), memberId);
    const item = {
      operationId,
      memberId,
      kind,
      params,
      occurredAt: instant(clock.now() - random.int(3) * 3_600_000),
      receiptId: random.chance(50) ? newId(clock.now(), memberId) : null,
      partnerCode: random.pick(['gastronom', 'azs']),
      zone: ZONE,
      actorId: NOBODY,
      requestHash: createHash('sha256').update(operationId).digest(),
    };
    try {
      const isSent = kind.endsWith('-out');
      const { answer } = await (isSent ? desk.send(item) : desk.submit(item));
      const read: Answered = JSON.parse(answer);
      return read;
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  };
}

type Living = Pick<LedgerLife, 'ask' | 'members' | 'clock'> & {
  readonly random: Random;
  readonly runJobs: () => Promise<unknown>;
};

/** One random thing that happens, and the hours after it. */
function stepper({ ask, members, clock, random, runJobs }: Living): () => Promise<void> {
  const holds: { readonly member: MemberId; readonly id: string }[] = [];
  const spends: { readonly member: MemberId; readonly id: string; readonly code: string }[] = [];
  const merges: { readonly from: MemberId; readonly into: MemberId; readonly id: string }[] = [];
  const suspended = new Set<MemberId>();
  const points = () => 1 + random.int(400);
  const actions: Readonly<Record<string, (member: MemberId, code: string) => Promise<unknown>>> = {
    earn: (m, currencyCode) =>
      ask(m, 'earn', { currencyCode, points: points(), promotionCode: 'base' }),
    earnMore: (m, currencyCode) =>
      ask(m, 'earn', { currencyCode, points: 5 * points(), promotionCode: 'autumn.x5' }),
    spend: async (m, currencyCode) => {
      const done = await ask(m, 'spend', { currencyCode, points: points() });
      if (done !== undefined) spends.push({ member: m, id: done.operationId, code: currencyCode });
    },
    hold: async (m, currencyCode) => {
      const done = await ask(m, 'hold', { currencyCode, points: points(), minutes: 900 });
      if (done !== undefined) holds.push({ member: m, id: done.operationId });
    },
    settleHold: async () => {
      const hold = holds.shift();
      if (hold === undefined) return;
      const kind = random.pick(['capture', 'release']);
      await ask(hold.member, kind, { holdId: hold.id });
    },
    takeBack: (m, currencyCode) => ask(m, 'take-back', { currencyCode, points: points() }),
    giveBack: async () => {
      const spent = spends.shift();
      if (spent === undefined) return;
      const params = { currencyCode: spent.code, ofOperationId: spent.id, points: 1 };
      await ask(spent.member, 'give-back', params);
    },
    credit: (m, currencyCode) =>
      ask(m, 'credit', { currencyCode, points: points(), reasonCode: 'apology' }),
    debit: (m, currencyCode) =>
      ask(m, 'debit', { currencyCode, points: points(), reasonCode: 'abuse' }),
    purchase: (m, currencyCode) =>
      ask(m, 'purchase', { currencyCode, points: points(), kopecks: 5_000 }),
    transfer: (m, currencyCode) =>
      ask(m, 'transfer-out', {
        toMemberId: random.pick(members),
        currencyCode,
        points: points(),
        as: random.pick(['transfer', 'gift']),
      }),
    exchange: (m) => ask(m, 'exchange', { fromCode: 'bonus', toCode: 'miles', points: points() }),
    reactivate: (m) => ask(m, 'reactivate', { currencyCode: 'bonus' }),
    activate: (m) => ask(m, 'activate', { currencyCode: 'stars-2', confirmation: 'delivery' }),
    suspend: (m) => {
      const isSuspended = !suspended.delete(m);
      if (isSuspended) suspended.add(m);
      return ask(m, 'suspend-expiry', { currencyCode: 'bonus', isSuspended });
    },
    merge: async (m) => {
      const into = random.pick(members);
      const done = await ask(m, 'merge-out', { toMemberId: into });
      if (done !== undefined) merges.push({ from: m, into, id: done.operationId });
    },
    unmerge: async () => {
      const merge = merges.shift();
      if (merge === undefined) return;
      const { from, into, id } = merge;
      await ask(into, 'unmerge-out', { toMemberId: from, ofOperationId: id });
    },
    jobs: runJobs,
  };
  const names = Object.keys(actions);
  const weights = names.map((name) => (/^(earn|spend|transfer)/.test(name) ? 5 : 1));
  return async () => {
    clock.advance(random.int(12 * 3_600_000));
    const name = present(names[random.weighted(weights)], 'action');
    const code = random.weighted([5, 3, 2]);
    const member = random.pick(members);
    await actions[name]?.(member, present(CURRENCIES[code], 'currency').code);
  };
}

function failed(job: string, error: unknown): never {
  throw new Error(`the job ${job} failed`, { cause: error });
}
