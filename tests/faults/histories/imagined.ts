import { type MemberId, uuidv7 } from '#shared/ids.ts';
import { type Random, randomOf } from '../../../db/seed/random.ts';
import type { Ask, TwinAnswer } from '../../model/twin/asks.ts';
import { openTwin, type Twin } from '../../model/twin/twin.ts';
import { currenciesOf, entriesOf } from '../../model/twin/work.ts';
import { askFor, type Notebook, remember } from './clients.ts';
import { mintMembers, RULES } from './programme.ts';
import type { Evidence, LedgerCall, StoredEntry, StoredOperation } from './record.ts';

const NOW = Date.UTC(2026, 5, 15, 9);

/** A history that never was: the twin answers, one after another. Every checker must be content with it. */
export function imaginedHistory(seed: string, count: number): Evidence {
  const random = randomOf(seed);
  const members = mintMembers(random, { hot: 2, cold: 2 });
  const notebook: Notebook = { calls: [], reads: [], holds: [], spends: [] };
  const twin = openTwin(RULES);
  const operations: StoredOperation[] = [];
  for (let number = 0; number < count; number += 1) {
    const member = random.pick(members);
    const { kind, params, memberId = member } = askFor({ members, notebook }, random, member);
    const call = invoke({ random, number, memberId, kind, params });
    const answer = answerOf({ twin, random }, call, NOW + number);
    notebook.calls.push(call);
    finish(call, answer, number);
    remember(notebook, call, memberId);
    if (!answer.isGood) continue;
    const own = call.attempts[0]?.answer ?? '';
    operations.push({ id: call.operationId, kind, answer: own, recordedAt: NOW + number });
    if (kind === 'transfer-out') operations.push(...legs({ twin, random }, call, NOW + number));
    notebook.reads.push(readOf(twin, memberId, number));
  }
  const entries = members.flatMap((memberId) => storedEntries(twin, memberId));
  return { calls: notebook.calls, reads: notebook.reads, entries, operations };
}

function invoke(call: {
  readonly random: Random;
  readonly number: number;
  readonly memberId: MemberId;
  readonly kind: string;
  readonly params: unknown;
}): LedgerCall {
  const { random, number, ...asked } = call;
  return {
    ...asked,
    operationId: uuidv7(NOW + number, random.bytes(10)),
    receiptId: null,
    partnerCode: 'gastronom',
    occurredAt: NOW + number,
    zone: 'Europe/Moscow',
    attempts: [],
  };
}

type Imagined = { readonly twin: Twin; readonly random: Random };

function answerOf({ twin, random }: Imagined, call: LedgerCall, now: number): TwinAnswer {
  const { attempts: _, ...asked } = call;
  return twin.apply({ ...asked, now } as Ask, () => uuidv7(now, random.bytes(10)));
}

/** Asked one after another, each of them twice at once. */
function finish(call: LedgerCall, answer: TwinAnswer, number: number): void {
  const text = JSON.stringify({
    operationId: call.operationId,
    kind: call.kind,
    ...(answer.isGood ? { result: answer.result, accounts: answer.accounts } : {}),
  });
  for (const late of [0, 1]) {
    call.attempts.push({
      invokedAt: number * 10 + late,
      returnedAt: number * 10 + 5 + late,
      outcome: answer.isGood ? 'ok' : 'fail',
      answer: answer.isGood ? text : null,
      refusedAs: answer.isGood ? null : answer.code,
    });
  }
}

function legs({ twin, random }: Imagined, sent: LedgerCall, now: number): StoredOperation[] {
  const transit = twin.transits().find((one) => one.id === sent.operationId);
  if (transit === undefined) return [];
  const leg = (kind: string, memberId: number, params: unknown): StoredOperation => {
    const call = {
      ...sent,
      operationId: uuidv7(now, random.bytes(10)),
      memberId,
      kind,
      params,
      partnerCode: '',
      attempts: [],
    };
    const answer = answerOf({ twin, random }, call, now);
    finish(call, answer, 0);
    const [first] = call.attempts as LedgerCall['attempts'];
    return { id: call.operationId, kind, answer: first?.answer ?? '', recordedAt: now };
  };
  return [
    leg('transfer-in', transit.toMemberId, { transit: { id: transit.id } }),
    leg('settle', transit.memberId, { transitId: transit.id }),
  ];
}

function readOf(twin: Twin, memberId: MemberId, number: number) {
  const [currencyCode = 'lent'] = currenciesOf(twin.member(memberId));
  const { seq, balancePoints } = twin.account({ memberId, currencyCode, now: NOW + number });
  const invokedAt = number * 10 + 7;
  return { memberId, currencyCode, seq, balancePoints, invokedAt, returnedAt: invokedAt + 1 };
}

function storedEntries(twin: Twin, memberId: MemberId): StoredEntry[] {
  const member = twin.member(memberId);
  return currenciesOf(member).flatMap((currencyCode) => {
    let [balanceAfter, debtAfter] = [0, 0];
    return entriesOf(member, currencyCode).map((entry, place) => {
      balanceAfter += entry.amount + entry.debtChange;
      debtAfter += entry.debtChange;
      const { operationId, kind, amount, heldChange, postedAt, shares: lots } = entry;
      const where = { memberId, currencyCode, seq: place + 1, operationId, postedAt };
      return { ...where, kind, amount, heldChange, balanceAfter, debtAfter, lots };
    });
  });
}
