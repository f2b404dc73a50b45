import type { Clock } from '#platform/clock.ts';
import type { Database, Session } from '#platform/db/index.ts';
import { type Operation, readOperations, writeOperations } from '#platform/operation.ts';
import { outboxRows } from '#platform/outbox/index.ts';
import type { RandomBytes } from '#platform/random.ts';
import { encryptField, type Secrets } from '#platform/secrets.ts';
import { bucketOf, type MemberId, mintMemberId, uuidBucket, uuidv7 } from '#shared/ids.ts';
import { type Instant, type LocalDate, localMoment, parseLocalDate } from '#shared/time.ts';
import type { RegisterAnswer, RegisterRequest } from './contract.ts';
import { memberWireId, virtualCardNumber } from './core/index.ts';
import { identifierOf } from './identifiers.ts';
import { checkedCard, normalisePhone } from './normalise.ts';
import { type ProfileColumn, profileField } from './profile-field.ts';
import { refuse } from './refusals.ts';
import { claimIdentifiers, writeCard, writeMember, writeProfile } from './sql/write-member.ts';

export type RegisterDeps = {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly random: RandomBytes;
};

/** Who asks, with which operation id (UUIDv7) and body; `zone` is the wall clock of the shop. */
export type RegisterCall = {
  readonly opId: string;
  readonly terminalId: string;
  readonly zone: string;
  readonly requestHash: Buffer;
  readonly request: RegisterRequest;
  /** Tier to begin with; `base` unless a migration or the office says otherwise. */
  readonly tierCode?: string;
  /** Tags to begin with. Not the till's to give: promotions pay by them. */
  readonly tags?: readonly string[];
};

/** What the till gets, and whether it is the stored answer to an earlier try. */
export type Registered = { readonly answer: string; readonly isReplay: boolean };

/**
 * Registers a member with a phone and a card (a virtual one when none was handed out).
 * @throws Refusal phone-invalid, card-check-digit, birth-date-invalid, phone-taken, card-taken,
 *         operation-id-reused
 */
export async function registerMember(deps: RegisterDeps, call: RegisterCall): Promise<Registered> {
  const plan = planRegistration(deps, call);
  return deps.db.transaction(async (tx) => {
    const [mine] = await tx.run(writeOperations([plan.operation]));
    if (mine === undefined) return replay(tx, plan.operation);
    const free = await tx.run(claimIdentifiers(plan.memberId, plan.identifiers));
    for (const { kind } of plan.identifiers) {
      if (free.some((row) => row.kind === kind)) continue;
      throw refuse(kind === 'phone' ? 'phone-taken' : 'card-taken', { path: `/${kind}` });
    }
    await tx.pipeline(plan.writes);
    return { answer: plan.operation.answer, isReplay: false };
  });
}

function planRegistration(deps: RegisterDeps, call: RegisterCall) {
  const now = deps.clock.now();
  const person = checkedPerson(deps, call, now);
  // The operation and the member share a bucket, so a re-sent registration meets its first try.
  const memberId = mintMemberId(deps.random(5), uuidBucket(call.opId));
  const answer: RegisterAnswer = {
    memberId: memberWireId(memberId),
    card: person.card,
    tierCode: person.tierCode,
  };
  const operation: Operation = {
    bucket: bucketOf(memberId),
    id: call.opId,
    kind: 'registration',
    terminalId: call.terminalId,
    requestHash: call.requestHash,
    answer: JSON.stringify(answer),
    recordedAt: now,
  };
  return {
    memberId,
    operation,
    identifiers: [
      identifierOf(deps.secrets, 'phone', person.phone),
      identifierOf(deps.secrets, 'card', person.card),
    ],
    writes: [
      writeMember({ ...person, memberId, registeredAt: now, registeredBy: call.terminalId }),
      writeProfile(sealedProfile(deps.secrets, memberId, { ...call.request, phone: person.phone })),
      writeCard(memberId, person.card, now),
      outboxRows([registeredEvent(deps, memberId, now)]),
    ],
  };
}

function checkedPerson(deps: RegisterDeps, call: RegisterCall, now: Instant) {
  const { request } = call;
  const today = localMoment(now, call.zone).date;
  return {
    phone: normalisePhone(request.phone, '/phone'),
    card:
      request.card === undefined
        ? virtualCardNumber(deps.random(11))
        : checkedCard(request.card, '/card'),
    birthDate: checkedBirthDate(request.birthDate, today),
    registeredOn: today,
    tierCode: call.tierCode ?? 'base',
    tags: call.tags ?? [],
  };
}

function sealedProfile(
  secrets: Secrets,
  memberId: MemberId,
  names: Pick<RegisterRequest, 'phone' | 'firstName' | 'lastName'>,
) {
  const seal = (column: ProfileColumn, text: string) =>
    encryptField(secrets, profileField(column, memberId), text);
  const { phone, firstName, lastName } = names;
  return {
    memberId,
    phone: seal('phone', phone),
    phoneTail: phone.slice(-4),
    firstName: firstName === undefined ? null : seal('first_name', firstName),
    lastName: lastName === undefined ? null : seal('last_name', lastName),
  };
}

function registeredEvent(deps: RegisterDeps, memberId: MemberId, now: Instant) {
  const bucket = bucketOf(memberId);
  return {
    bucket,
    id: uuidv7(now, deps.random(10), bucket),
    topic: 'member.registered',
    payload: { memberId: memberWireId(memberId) },
    recordedAt: now,
  };
}

async function replay(tx: Session, operation: Operation): Promise<Registered> {
  const [stored] = await tx.run(readOperations([operation.bucket], [operation.id]));
  if (stored === undefined || !stored.request_hash.equals(operation.requestHash)) {
    throw refuse('operation-id-reused');
  }
  return { answer: stored.answer, isReplay: true };
}

function checkedBirthDate(text: string | undefined, today: LocalDate): string | null {
  if (text === undefined) return null;
  const date = parseLocalDate(text);
  if (date === undefined || date > today || date < '1900-01-01') {
    throw refuse('birth-date-invalid', { path: '/birthDate' });
  }
  return date;
}
