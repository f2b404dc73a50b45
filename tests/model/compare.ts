import type { CargoLot, TwinAnswer, TwinTransit } from './twin/asks.ts';
import type { Rule } from './twin/dates.ts';
import type { Twin } from './twin/twin.ts';
import { currenciesOf, entriesOf } from './twin/work.ts';
import type { View, ViewEntry } from './view.ts';

/** An answer in a form in which the twin's and the product's must be equal. */
export function comparable(answer: TwinAnswer): unknown {
  if (!answer.isGood) return { refused: answer.code, details: answer.details };
  const { transit, ...rest } = answer.result;
  const result = transit === undefined ? rest : { ...rest, transit: transitLine(transit) };
  return { result, accounts: answer.accounts };
}

function transitLine(transit: unknown): unknown {
  // Both sides say it in one shape; only the rule of a lot is text at one of them.
  const { id, memberId, toMemberId, kind, cargo } = transit as TwinTransit;
  return {
    id,
    memberId,
    toMemberId,
    kind,
    cargo: cargo.map(({ currencyCode, debt, lots }) => ({
      currencyCode,
      debt,
      lots: lots.map((lot) => cargoLine(lot)),
    })),
  };
}

function cargoLine(lot: Omit<CargoLot, 'lifetime'> & { readonly lifetime: Rule | string | null }) {
  return { ...lot, lifetime: ruleOf(lot.lifetime) };
}

/** What the product has of a member, as the twin would say it. */
export function productState(view: View): unknown {
  return {
    accounts: view.accounts
      .filter((account) => account.seq > 0)
      .map(({ currencyCode, balance, debt, held, isExpirySuspended, seq }) => ({
        currencyCode,
        balance,
        debt,
        held,
        isExpirySuspended,
        seq,
      }))
      .sort(byCurrency),
    lots: view.lots
      .map((lot) => ({ ...pick(lot), remaining: lot.remaining, held: lot.held }))
      .sort(byId),
    entries: [...view.entries].sort(byPlace).map(entryLine),
    holds: view.holds
      .map(({ id, currencyCode, amount, state, lapsesAt, lots }) => ({
        id,
        currencyCode,
        amount,
        state,
        lapsesAt,
        lots,
      }))
      .sort(byId),
  };
}

/** What the twin has of a member. */
export function twinState(twin: Twin, memberId: number, now: number): unknown {
  const member = twin.member(memberId);
  const accounts = currenciesOf(member).map((currencyCode) => {
    const account = twin.account({ memberId, currencyCode, now });
    return {
      currencyCode,
      balance: account.balancePoints + account.debtPoints,
      debt: account.debtPoints,
      held: account.heldPoints,
      isExpirySuspended: member.suspended.has(currencyCode),
      seq: account.seq,
    };
  });
  const remaining = twin.remaining(memberId, now);
  return {
    accounts,
    lots: member.lots.map((lot) => ({ ...pick(lot), ...remaining(lot) })).sort(byId),
    entries: currenciesOf(member).flatMap((code) => runningEntries(twin, memberId, code)),
    holds: [...member.holds.values()]
      .map(({ id, currencyCode, amount, state, lapsesAt, shares }) => ({
        id,
        currencyCode,
        amount,
        state,
        lapsesAt,
        lots: shares,
      }))
      .sort(byId),
  };
}

function runningEntries(twin: Twin, memberId: number, currencyCode: string) {
  let [balance, debt] = [0, 0];
  return entriesOf(twin.member(memberId), currencyCode).map((entry, place) => {
    balance += entry.amount + entry.debtChange;
    debt += entry.debtChange;
    return entryLine({
      ...entry,
      seq: place + 1,
      balanceAfter: balance,
      debtAfter: debt,
      lots: entry.shares,
    });
  });
}

const BY_JOBS: ReadonlySet<string> = new Set(['expiry', 'release', 'repayment']);

function entryLine(entry: Omit<ViewEntry, 'contraAccount'>) {
  const { currencyCode, seq, kind, operationId, amount, heldChange } = entry;
  const { balanceAfter, debtAfter } = entry;
  const lots = entry.lots.filter((share) => share.amount !== 0).sort(byId);
  const numbers = { amount, heldChange, balanceAfter, debtAfter };
  // What a job did may have been done by another operation of the same job: the numbers must be equal.
  const by = BY_JOBS.has(kind) ? {} : { operationId };
  return { currencyCode, seq, kind, ...by, ...numbers, lots };
}

function pick(lot: {
  readonly id: string;
  readonly currencyCode: string;
  readonly amount: number;
  readonly earnedAt: number;
  readonly activeFrom: number;
  readonly awaits: string | null;
  readonly expiresAt: number | null;
  readonly lifetime: Rule | string | null;
  readonly receiptId: string | null;
  readonly promotionCode: string;
  readonly partnerCode: string;
  readonly funderCode: string;
}) {
  const { id, currencyCode, amount, earnedAt, activeFrom, awaits, expiresAt } = lot;
  const { receiptId, promotionCode, partnerCode, funderCode } = lot;
  const dates = { earnedAt, activeFrom, awaits, expiresAt, lifetime: ruleOf(lot.lifetime) };
  const origin = { receiptId, promotionCode, partnerCode, funderCode };
  return { id, currencyCode, amount, ...dates, ...origin };
}

function ruleOf(lifetime: Rule | string | null): unknown {
  return JSON.parse(typeof lifetime === 'string' ? lifetime : JSON.stringify(lifetime));
}

type Named = { readonly id: string };
const byId = (a: Named, b: Named) => (a.id < b.id ? -1 : 1);

type InCurrency = { readonly currencyCode: string };
function byCurrency(a: InCurrency, b: InCurrency): number {
  if (a.currencyCode === b.currencyCode) return 0;
  return a.currencyCode < b.currencyCode ? -1 : 1;
}

function byPlace(a: ViewEntry, b: ViewEntry): number {
  return byCurrency(a, b) || a.seq - b.seq;
}
