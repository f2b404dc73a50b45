import { hash } from 'node:crypto';
import { CONTRA_ACCOUNTS, canonicalEntry, type Entry, NO_HASH } from '../core/index.ts';
import type { ReadEntry } from './entry-row.ts';
import { accountName, type Finding, type FindingCode } from './finding.ts';
import { forEachLotDates } from './lot-terms.ts';

/** What the entries of an account, taken together, say that the account and its lots must be. */
export type AccountSum = {
  readonly memberId: string;
  readonly currencyCode: string;
  seq: number;
  hash: string;
  balance: number;
  debt: number;
  held: number;
  isExpirySuspended: boolean;
  /** Whether the last entry is as it was hashed: only then the next one can be blamed for a jump. */
  isLastSound: boolean;
  readonly pointsByLot: Map<string, number>;
  /** As the entries say them: `activeFrom,expiresAt,awaits`. */
  readonly datesByLot: Map<string, string>;
};

/** Nothing so far. */
export function openAccountSum(memberId: string, currencyCode: string): AccountSum {
  return {
    memberId,
    currencyCode,
    seq: 0,
    hash: NO_HASH,
    balance: 0,
    debt: 0,
    held: 0,
    isExpirySuspended: false,
    isLastSound: true,
    pointsByLot: new Map(),
    datesByLot: new Map(),
  };
}

const NOTHING_FOUND: readonly Finding[] = [];

/**
 * Takes the next entry of the account into the sum. What is wrong is told once: the next entry is judged
 * against this one as it stands.
 * @returns what is wrong with it
 */
export function takeEntry(sum: AccountSum, read: ReadEntry): readonly Finding[] {
  const isNext = read.entry.seq === sum.seq + 1;
  const isSound = isAsHashed(read);
  const isLinked = read.prevHash === sum.hash;
  const doesAddUp = !(isNext && isSound && sum.isLastSound) || addsUp(sum, read.entry);
  const isRight = isNext && isSound && isLinked && doesAddUp;
  const findings = isRight
    ? NOTHING_FOUND
    : findingsOf(sum, read, { isSound, isLinked, doesAddUp });
  take(sum, read);
  sum.isLastSound = isSound;
  return findings;
}

function findingsOf(
  sum: AccountSum,
  { entry }: ReadEntry,
  how: { readonly isSound: boolean; readonly isLinked: boolean; readonly doesAddUp: boolean },
): readonly Finding[] {
  const { seq } = entry;
  const expected = sum.seq + 1;
  const findings: Finding[] = [];
  const find = (code: FindingCode, detail: string, place: Partial<Finding> = { seq }) =>
    findings.push({ code, ...nameOf(sum), ...place, detail });
  if (seq < expected) find('entry-doubled', `posted ${entry.postedAt}, after seq ${sum.seq}`);
  if (seq > expected) {
    const rest = seq - 1 === expected ? {} : { seqTo: seq - 1 };
    find('entry-missing', `seq ${seq} comes after ${sum.seq}`, { seq: expected, ...rest });
  }
  if (!how.isSound) find('entry-changed', '');
  if (seq === expected && !how.isLinked) find('chain-broken', '');
  if (!how.doesAddUp) {
    const before = `${sum.balance} less ${sum.debt}`;
    const after = `${entry.balanceAfter} less ${entry.debtAfter}`;
    find('sums-differ', `${entry.kind} ${entry.amount} turns ${before} into ${after}`);
  }
  return findings;
}

function isAsHashed({ entry, prevHash, hash: stored, isExact }: ReadEntry): boolean {
  return isExact && hash('sha256', canonicalEntry(entry, prevHash), 'hex') === stored;
}

/** Truths that a chain forged with right hashes could still break. */
function addsUp(sum: AccountSum, entry: Entry): boolean {
  const balance = entry.balanceAfter - sum.balance;
  const owned = balance - (entry.debtAfter - sum.debt);
  let inLots = 0;
  for (const lot of entry.lots) inLots += lot.amount;
  const contra: string | undefined = CONTRA_ACCOUNTS[entry.kind];
  return owned === entry.amount && inLots === balance && entry.contraAccount === contra;
}

function take(sum: AccountSum, { entry, hash: stored }: ReadEntry): void {
  sum.seq = entry.seq;
  sum.hash = stored;
  sum.balance = entry.balanceAfter;
  sum.debt = entry.debtAfter;
  sum.held += entry.heldChange;
  if (entry.kind === 'suspension') sum.isExpirySuspended = entry.memo === 'suspended';
  for (const lot of entry.lots) {
    sum.pointsByLot.set(lot.id, (sum.pointsByLot.get(lot.id) ?? 0) + lot.amount);
  }
  forEachLotDates(entry, (lotId, dates) => sum.datesByLot.set(lotId, dates));
}

/** Whose account it is. */
export function nameOf(sum: Pick<AccountSum, 'memberId' | 'currencyCode'>) {
  return accountName(sum.memberId, sum.currencyCode);
}
