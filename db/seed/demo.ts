import { createHash } from 'node:crypto';
import { hireStaff } from '#modules/access/index.ts';
import { putCurrencies } from '#modules/ledger/index.ts';
import { openMemberFinder, registerMember } from '#modules/members/index.ts';
import { openDirectory, putDirectory } from '#modules/partners/index.ts';
import { putPromotions } from '#modules/promotions/index.ts';
import type { Clock } from '#platform/clock.ts';
import { type Database, openDatabase } from '#platform/db/index.ts';
import { assertRootKey } from '#platform/installation.ts';
import { systemRandom } from '#platform/random.ts';
import type { Secrets } from '#platform/secrets.ts';
import { present } from '#shared/assert.ts';
import { uuidv7 } from '#shared/ids.ts';
import { Refusal } from '#shared/refusal.ts';
import { type Instant, instant } from '#shared/time.ts';
import { seedAdjustments } from './adjustments.ts';
import { CURRENCIES, SEED_EPOCH_MS, type SeedDirectory, seedDirectory } from './directory.ts';
import { DEMO_PASSWORD, type SeedMember, STAFF, seedMembers } from './people.ts';
import { seedPoints } from './points.ts';
import { PROMOTIONS } from './promotions.ts';
import { randomOf } from './random.ts';
import { seedRates } from './rates.ts';

export type SeedDeps = {
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly secrets: Secrets;
};

const MEMBERS = 200;
const DAY_MS = 86_400_000;
/** Members joined over the two years after the seed's epoch. */
const JOINING_DAYS = 700;
const AT_ONCE = 8;
const MEMBERS_WITH_POINTS = 6;

/**
 * Fills a migrated database with the demo coalition, the same one each time. What is there already stays
 * as it is: a seed that was interrupted goes on, one that is complete changes nothing. A database with
 * partners of somebody else is left alone.
 * @returns whether there was anything to do
 */
export async function seedDemo(deps: SeedDeps): Promise<{ readonly isNew: boolean }> {
  const db = openDatabase({ url: deps.databaseUrl, applicationName: 'kopilka-seed', max: AT_ONCE });
  try {
    await assertRootKey(db, deps.secrets);
    if (await isSomebodyElses(db)) return { isNew: false };
    const members = seedMembers(MEMBERS);
    // Members are registered last and in order of their number: the last one means that all is there.
    if (await isRegistered(deps, db, present(members.at(-1), 'last member')))
      return { isNew: false };
    const directory = seedDirectory();
    await putCurrencies(db, CURRENCIES);
    await seedRates(db, deps.clock.now());
    await putDirectory(db, directory);
    await putPromotions(db, PROMOTIONS, { by: 'demo', now: deps.clock.now() });
    await Promise.all(STAFF.map((person) => hire(deps, db, person)));
    await register({ ...deps, db }, members, directory);
    return { isNew: true };
  } finally {
    await db.close();
  }
}

// Demo log-ins have a password that everybody knows: they have no business in a real coalition.
async function isSomebodyElses(db: Database): Promise<boolean> {
  const ours = new Set(seedDirectory().partners.map((partner) => partner.code));
  const { partners } = (await openDirectory(db)).current();
  return partners.some((partner) => !ours.has(partner.code));
}

async function isRegistered(deps: SeedDeps, db: Database, member: SeedMember): Promise<boolean> {
  try {
    await openMemberFinder({ db, secrets: deps.secrets }).find({ card: member.card }, '/');
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function hire(deps: SeedDeps, db: Database, person: (typeof STAFF)[number]): Promise<void> {
  const { login, name, roles } = person;
  const staff = { login, name, password: DEMO_PASSWORD, roles, locale: 'ru' as const };
  await hireStaff({ db, clock: deps.clock }, staff);
}

async function register(
  deps: SeedDeps & { readonly db: Database },
  members: readonly SeedMember[],
  directory: SeedDirectory,
): Promise<void> {
  const random = randomOf('registrations');
  const calls = members.map((member, place) => {
    const terminal = directory.terminals.find((one) => one.store.code === member.homeStoreCode);
    const day = Math.floor((place * JOINING_DAYS) / members.length);
    const at = instant(SEED_EPOCH_MS + day * DAY_MS + random.int(DAY_MS));
    return {
      member,
      terminal: present(terminal, 'home terminal'),
      at,
      opId: uuidv7(at, random.bytes(10)),
    };
  });
  const [last, ...others] = calls.reverse();
  for (let from = 0; from < others.length; from += AT_ONCE) {
    await Promise.all(others.slice(from, from + AT_ONCE).map((call) => registerOne(deps, call)));
  }
  await givePoints(deps, members);
  if (last !== undefined) await registerOne(deps, last);
}

/** Gives the first members their points, and the office its queue of adjustments. */
async function givePoints(
  deps: SeedDeps & { readonly db: Database },
  members: readonly SeedMember[],
): Promise<void> {
  const { db, secrets } = deps;
  const finder = openMemberFinder({ db, secrets });
  const cards = members.slice(0, MEMBERS_WITH_POINTS).map(({ card }) => finder.find({ card }, '/'));
  const owners = await Promise.all(cards);
  const now = deps.clock.now();
  await seedPoints(db, owners, now);
  await seedAdjustments({ db, secrets, now }, owners);
}

async function registerOne(
  deps: SeedDeps & { readonly db: Database },
  call: {
    readonly member: SeedMember;
    readonly terminal: SeedDirectory['terminals'][number];
    readonly at: Instant;
    readonly opId: string;
  },
): Promise<void> {
  const { phone, card, firstName, lastName, birthDate, tags, tierCode } = call.member;
  const request = { phone, card, firstName, lastName, birthDate };
  await registerMember(
    { db: deps.db, secrets: deps.secrets, random: systemRandom, clock: { now: () => call.at } },
    {
      opId: call.opId,
      terminalId: call.terminal.id,
      zone: call.terminal.store.zone,
      requestHash: createHash('sha256').update(JSON.stringify(request)).digest(),
      request,
      tierCode,
      tags,
    },
  );
}
