import type {
  Ask,
  Kind,
  Params,
  Rules,
  TwinAccount,
  TwinAnswer,
  TwinHold,
  TwinLot,
  TwinTransit,
} from './asks.ts';
import { reject, settle, transferBack, transferIn, transferOut } from './between.ts';
import { activate, expire, extend, repayAll, suspendExpiry } from './dating.ts';
import { credit, earn, exchange, purchase, reactivate } from './incoming.ts';
import { mergeIn, mergeOut, unmergeIn, unmergeOut } from './merging.ts';
import { capture, debit, giveBack, hold, lapse, release, spend, takeBack } from './outgoing.ts';
import {
  currenciesOf,
  entriesOf,
  type Job,
  look,
  type NewLotId,
  repay,
  slide,
  type TwinMember,
  type Verdict,
  type World,
  writeOff,
} from './work.ts';

/**
 * The reference ledger: written from docs/ledger.md alone, slow on purpose. It keeps lots, entries and
 * holds, and works everything else out from the first entry on whenever it is asked.
 */
export type Twin = {
  /** Does the operation, or says why not. */
  readonly apply: (ask: Ask, newLotId: NewLotId) => TwinAnswer;
  readonly member: (memberId: number) => TwinMember;
  /** The account as an answer tells it. */
  readonly account: (at: {
    readonly memberId: number;
    readonly currencyCode: string;
    readonly now: number;
  }) => TwinAccount;
  /** What is in a lot, and how much of it is held. */
  readonly remaining: (
    memberId: number,
    now: number,
  ) => (lot: TwinLot) => { readonly remaining: number; readonly held: number };
  readonly transits: () => readonly TwinTransit[];
  readonly holds: () => readonly TwinHold[];
};

const HANDLERS: { readonly [K in Kind]: (job: Job, params: Params[K]) => Verdict } = {
  earn,
  spend,
  hold,
  capture,
  release,
  'take-back': takeBack,
  'give-back': giveBack,
  credit,
  debit,
  purchase,
  'transfer-out': transferOut,
  'transfer-in': transferIn,
  'transfer-back': transferBack,
  settle,
  reject,
  exchange,
  reactivate,
  extend,
  activate,
  'suspend-expiry': suspendExpiry,
  'merge-out': mergeOut,
  'merge-in': mergeIn,
  'unmerge-out': unmergeOut,
  'unmerge-in': unmergeIn,
  expire,
  lapse,
  repay: repayAll,
};

export function openTwin(rules: Rules): Twin {
  const world: World = { rules, members: new Map(), transits: new Map() };
  const member = (memberId: number): TwinMember => {
    const known = world.members.get(memberId) ?? {
      lots: [],
      entriesByCurrency: new Map(),
      holds: new Map(),
      suspended: new Set(),
    };
    world.members.set(memberId, known);
    return known;
  };
  const jobOf = (ask: Ask, newLotId: NewLotId): Job => ({
    world,
    ask,
    member: member(ask.memberId),
    touched: new Set(),
    newLotId,
  });
  return {
    member,
    transits: () => [...world.transits.values()],
    holds: () => [...world.members.values()].flatMap((one) => [...one.holds.values()]),
    apply: (ask, newLotId) => run(jobOf(ask, newLotId)),
    account: ({ memberId, currencyCode, now }) =>
      accountOf(
        jobOf(onlooker(memberId, now), () => ''),
        currencyCode,
      ),
    remaining(memberId, now) {
      const job = jobOf(onlooker(memberId, now), () => '');
      const codes = [...new Set(job.member.lots.map((lot) => lot.currencyCode))];
      const sheets = new Map(codes.map((code) => [code, look(job, code)]));
      return ({ id, currencyCode }) => ({
        remaining: sheets.get(currencyCode)?.remainingOf(id) ?? 0,
        held: sheets.get(currencyCode)?.heldOf(id) ?? 0,
      });
    },
  };
}

/** Somebody who only looks. */
function onlooker(memberId: number, now: number): Ask {
  return {
    kind: 'repay',
    params: {},
    operationId: '',
    memberId,
    now,
    occurredAt: now,
    receiptId: null,
    partnerCode: '',
    zone: 'UTC',
  };
}

/** Section 2 of the norm: decide, then five steps in each currency. */
function run(job: Job): TwinAnswer {
  const verdict = decide(job);
  if ('code' in verdict) {
    return { isGood: false, code: verdict.code, details: verdict.details ?? {} };
  }
  const before = new Map(
    currenciesOf(job.member).map((code) => [code, entriesOf(job.member, code).length]),
  );
  for (const code of verdict.currencies) repay(job, code);
  const result = verdict.post();
  for (const code of verdict.currencies) {
    if (verdict.isActivity === true) slide(job, code);
    writeOff(job, code, 'touched');
    repay(job, code, verdict.lastRepaymentOf ?? null);
  }
  const moved = currenciesOf(job.member).filter(
    (code) => entriesOf(job.member, code).length > (before.get(code) ?? 0),
  );
  return { isGood: true, result, accounts: moved.map((code) => accountOf(job, code)) };
}

function decide(job: Job): Verdict {
  // The kind picks the handler that takes this kind's parameters.
  const handler = HANDLERS[job.ask.kind] as (job: Job, params: unknown) => Verdict;
  return handler(job, job.ask.params);
}

function accountOf(job: Job, currencyCode: string): TwinAccount {
  const sheet = look(job, currencyCode);
  return {
    currencyCode,
    seq: sheet.seq,
    balancePoints: sheet.balance - sheet.debt,
    spendablePoints: sheet.spendable,
    heldPoints: sheet.held,
    debtPoints: sheet.debt,
  };
}

/** Points that the member could spend now, debts repaid. */
export function spendableNow(twin: Twin, at: Parameters<Twin['account']>[0]): number {
  const { spendablePoints, debtPoints } = twin.account(at);
  return Math.max(0, spendablePoints - debtPoints);
}
