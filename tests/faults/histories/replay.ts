import { isDeepStrictEqual } from 'node:util';
import { comparable } from '../../model/compare.ts';
import type { Ask, TwinAnswer } from '../../model/twin/asks.ts';
import { openTwin, type Twin } from '../../model/twin/twin.ts';
import type { NewLotId } from '../../model/twin/work.ts';
import { RULES } from './programme.ts';
import {
  accountKey,
  type Evidence,
  type LedgerCall,
  type StoredEntry,
  transitIdOf,
} from './record.ts';

/** What came of doing everything again, one after another, in the order that the numbers give. */
export type Replayed = {
  readonly twin: Twin;
  readonly findings: readonly string[];
  /** Spendable points and room for a loan after entry n of an account. */
  readonly means: ReadonlyMap<string, { readonly spendable: number; readonly room: number }>;
  readonly lastPostedAt: number;
};

/** An operation as it is found in the books. */
type Done = {
  readonly id: string;
  readonly memberId: number;
  readonly entries: readonly StoredEntry[];
  readonly answer: string;
  readonly call: LedgerCall | undefined;
  readonly kind: string;
};

/**
 * H1 (b) and H5: puts the operations into one order that agrees with the numbers of all accounts and with
 * the transits between them (none such is a finding), and does them with the twin: each stored answer
 * must be the twin's.
 */
export function replay(evidence: Evidence): Replayed {
  const done = doneOf(evidence);
  const { order, stuck } = inOneOrder(done);
  const findings = stuck.map((one) => `H5: ${one.kind} ${one.id} stands before and after itself`);
  const twin = openTwin(RULES);
  const means = new Map<string, { spendable: number; room: number }>();
  let lastPostedAt = 0;
  for (const one of order) {
    const now = one.entries[0]?.postedAt ?? lastPostedAt;
    lastPostedAt = Math.max(lastPostedAt, now);
    const ask = askOf(one, now);
    const expected = twin.apply(ask, lotIdsOf(twin, one));
    const [was, should] = [toldBy(one.answer), comparable(expected)];
    if (!isDeepStrictEqual(was, should)) {
      const both = `${JSON.stringify(was)}, the twin says ${JSON.stringify(should)}`;
      findings.push(
        `H1: ${one.kind} ${one.id} of ${JSON.stringify(ask.params)} was answered ${both}`,
      );
    }
    for (const entry of one.entries) note(means, twin, entry);
  }
  return { twin, findings, means, lastPostedAt };
}

function doneOf({ calls, entries, operations }: Evidence): readonly Done[] {
  const callById = new Map(calls.map((call) => [call.operationId, call]));
  const entriesById = Map.groupBy(entries, (entry) => entry.operationId);
  return operations.flatMap(({ id, kind, answer }) => {
    const own = entriesById.get(id) ?? [];
    const call = callById.get(id);
    const memberId = own[0]?.memberId ?? call?.memberId;
    // What has moved nothing leaves no place in the order; the end of a transit must be told all the same.
    const hasPlace = own.length > 0 || kind === 'settle' || kind === 'transfer-back';
    const sender = memberId ?? senderOf(answer, entriesById);
    return hasPlace && sender !== undefined
      ? [{ id, kind, answer, call, entries: own, memberId: sender }]
      : [];
  });
}

function senderOf(
  answer: string,
  entriesById: ReadonlyMap<string, readonly StoredEntry[]>,
): number | undefined {
  const transitId = transitIdOf(answer);
  return transitId === null ? undefined : entriesById.get(transitId)?.[0]?.memberId;
}

/** Kahn's order over "stands before" on each account, and "was sent before" on each transit. */
function inOneOrder(done: readonly Done[]): {
  readonly order: readonly Done[];
  readonly stuck: readonly Done[];
} {
  const byId = new Map(done.map((one) => [one.id, one]));
  const after = new Map<string, Set<string>>(done.map((one) => [one.id, new Set()]));
  const waitsFor = new Map<string, number>(done.map((one) => [one.id, 0]));
  const tie = (first: string | undefined, then: string): void => {
    const known = first === undefined ? undefined : after.get(first);
    if (known === undefined || first === then || known.has(then)) return;
    known.add(then);
    waitsFor.set(then, (waitsFor.get(then) ?? 0) + 1);
  };
  const byAccount = Map.groupBy(
    done.flatMap((one) => one.entries),
    accountKey,
  );
  for (const entries of byAccount.values()) {
    const inOrder = [...entries].sort((a, b) => a.seq - b.seq);
    for (const [place, entry] of inOrder.entries())
      tie(inOrder[place - 1]?.operationId, entry.operationId);
  }
  const arrivals = new Map(
    done.filter((one) => one.kind.endsWith('-in')).map((one) => [transitIdOf(one.answer), one.id]),
  );
  for (const one of done) {
    const transitId = transitIdOf(one.answer);
    if (transitId === null) continue;
    tie(transitId, one.id);
    if (one.kind === 'settle') tie(arrivals.get(transitId), one.id);
  }
  const order: Done[] = [];
  const ready = done.filter((one) => waitsFor.get(one.id) === 0);
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    order.push(next);
    for (const id of after.get(next.id) ?? []) {
      const left = (waitsFor.get(id) ?? 0) - 1;
      waitsFor.set(id, left);
      const freed = byId.get(id);
      if (left === 0 && freed !== undefined) ready.push(freed);
    }
  }
  const placed = new Set(order.map((one) => one.id));
  return { order, stuck: done.filter((one) => !placed.has(one.id)) };
}

function askOf({ id, memberId, kind, call, answer }: Done, now: number): Ask {
  const circumstances = {
    operationId: id,
    memberId,
    now,
    occurredAt: call?.occurredAt ?? now,
    receiptId: call?.receiptId ?? null,
    partnerCode: call?.partnerCode ?? '',
    zone: call?.zone ?? 'UTC',
  };
  const transitId = transitIdOf(answer);
  const ofLeg = kind.endsWith('-in') ? { transit: { id: transitId } } : { transitId };
  // What a client has asked was made from the twin's own parameters; a leg has but its transit.
  return { ...circumstances, kind, params: call?.params ?? ofLeg } as Ask;
}

/** Lots that the operation has opened, by the ids that they were given. */
function lotIdsOf(twin: Twin, one: Done): NewLotId {
  const known = new Set(twin.member(one.memberId).lots.map((lot) => lot.id));
  const opened = one.entries.flatMap((entry) =>
    entry.lots
      .filter((lot) => lot.amount > 0 && !known.has(lot.id))
      .map((lot) => ({ id: lot.id, currencyCode: entry.currencyCode })),
  );
  const fresh = Map.groupBy(opened, (lot) => lot.currencyCode);
  const read: { result?: { lotId?: string } } = JSON.parse(one.answer);
  let missing = 0;
  return (currencyCode, isEmpty) => {
    missing += 1;
    // A lot that has repaid debt with all it had is named by the answer alone, or not at all.
    const unseen = read.result?.lotId ?? `~${one.id} lot ${missing}`;
    const next = isEmpty ? undefined : fresh.get(currencyCode)?.shift();
    return next?.id ?? unseen;
  };
}

function toldBy(answer: string): unknown {
  const { result, accounts } = JSON.parse(answer);
  const told: TwinAnswer = { isGood: true, result, accounts };
  return comparable(told);
}

function note(
  means: Map<string, { spendable: number; room: number }>,
  twin: Twin,
  entry: StoredEntry,
): void {
  const at = { ...entry, now: entry.postedAt };
  const { spendablePoints, debtPoints } = twin.account(at);
  const repaid = Math.min(spendablePoints, debtPoints);
  const loan = RULES.termsOf(entry.currencyCode)?.loanPointsMax ?? 0;
  means.set(`${accountKey(entry)} ${entry.seq}`, {
    spendable: spendablePoints - repaid,
    room: Math.max(0, loan - (debtPoints - repaid)),
  });
}
