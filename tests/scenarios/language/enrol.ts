import { createHash, randomBytes } from 'node:crypto';
import { Check } from 'typebox/value';
import { enter, postAccrual, stateOf } from '#modules/ledger/core/index.ts';
import {
  ensureAccounts,
  lockMembers,
  openBooks,
  readLockedAccounts,
  readLots,
  writeBooks,
} from '#modules/ledger/index.ts';
import { RegisterAnswerShape } from '#modules/members/contract.ts';
import { parseMemberWireId, withCheckDigit } from '#modules/members/core/index.ts';
import { registerMember } from '#modules/members/index.ts';
import { present } from '#shared/assert.ts';
import { bucketOf, type MemberId, uuidv7 } from '#shared/ids.ts';
import { atLocal, type Instant, parseLocalDate } from '#shared/time.ts';
import type { StagedMember } from './stage.ts';
import type { MemberStep } from './steps.ts';
import type { World } from './world.ts';

const CURRENCY = 'bonus';
const LONG_AGO = '2026-01-10';

/** Registers a member through the real story and puts the opening balance on the account. */
export async function enrol(world: World, step: MemberStep, serial: string): Promise<StagedMember> {
  const day = present(parseLocalDate(step.registered ?? LONG_AGO), 'day of registration');
  const registeredAt = atLocal(day, 12 * 60, 'Europe/Moscow');
  const card = withCheckDigit(`28${serial.padStart(10, '0')}`);
  const phone = `+7900${serial.padStart(7, '0')}`;
  const request = {
    phone,
    card,
    ...(step.born === null ? {} : { birthDate: step.born }),
  };
  const { answer } = await registerMember(
    {
      db: world.db,
      secrets: world.secrets,
      clock: { now: () => registeredAt },
      random: randomBytes,
    },
    {
      opId: uuidv7(world.clock.now(), randomBytes(10)),
      terminalId: uuidv7(world.clock.now(), randomBytes(10)),
      zone: 'Europe/Moscow',
      requestHash: createHash('sha256').update(JSON.stringify(request)).digest(),
      request,
      tierCode: step.tier,
      tags: step.tags,
    },
  );
  const registered: unknown = JSON.parse(answer);
  if (!Check(RegisterAnswerShape, registered)) throw new Error(`not a registration: ${answer}`);
  const { memberId } = registered;
  const id = present(parseMemberWireId(memberId), 'member id');
  if (step.balance > 0) await openBalance(world, id, step.balance);
  return { card, phone, memberId };
}

/** An accrual out of nowhere, as a migration from an older programme would bring it. */
async function openBalance(world: World, member: MemberId, points: number): Promise<void> {
  const now: Instant = world.clock.now();
  const owner = [[bucketOf(member)], [member]] as const;
  await world.db.transaction(async (tx) => {
    await tx.run(ensureAccounts(...owner, CURRENCY));
    await tx.run(lockMembers(...owner, CURRENCY));
    const accounts = await tx.run(readLockedAccounts(...owner));
    const lots = await tx.run(readLots(...owner));
    const books = openBooks([member], { accounts, lots }, { now, hasLots: () => true });
    const book = present(books.get(member), 'book');
    const id = uuidv7(now, randomBytes(10), bucketOf(member));
    const lot = { id, points, promotionCode: 'opening', activeFrom: now, expiresAt: null };
    const before = stateOf(book, CURRENCY);
    const cause = {
      operationId: id,
      receiptId: id,
      occurredAt: now,
      postedAt: now,
      partnerCode: 'opening',
    };
    enter(book, postAccrual(before, [lot], cause));
    await tx.pipeline(writeBooks([book]));
  });
}
