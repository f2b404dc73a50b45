import type { AccountText, HoldText, LotText } from '../sql/verify-rows.ts';
import { type AccountSum, nameOf } from './account-check.ts';
import { sharesFromText } from './entry-row.ts';
import type { Finding } from './finding.ts';
import { momentOf } from './parse-text.ts';

/** What stands in the database beside the entries of one account. */
export type AccountRows = {
  readonly account: AccountText | undefined;
  readonly lots: readonly LotText[];
  readonly holds: readonly HoldText[];
};

/** Compares the account, its lots and its open holds with what its entries make of them. */
export function checkAccountRows(sum: AccountSum, rows: AccountRows): readonly Finding[] {
  return [
    ...accountFindings(sum, rows.account),
    ...lotFindings(sum, rows),
    ...holdFindings(sum, rows),
  ];
}

function accountFindings(sum: AccountSum, account: AccountText | undefined): readonly Finding[] {
  const name = nameOf(sum);
  if (account === undefined) {
    const detail = `entries up to seq ${sum.seq}`;
    return sum.seq === 0 ? [] : [{ code: 'account-missing', ...name, seq: sum.seq, detail }];
  }
  const seq = Number(account.seq);
  if (seq > sum.seq) {
    const rest = seq === sum.seq + 1 ? {} : { seqTo: seq };
    const detail = `the account counts ${account.seq}`;
    return [{ code: 'entry-missing', ...name, seq: sum.seq + 1, ...rest, detail }];
  }
  if (seq < sum.seq) {
    const rest = sum.seq === seq + 1 ? {} : { seqTo: sum.seq };
    const detail = `the account counts ${account.seq}`;
    return [{ code: 'entry-unknown', ...name, seq: seq + 1, ...rest, detail }];
  }
  const pairs = [
    ['last hash', account.last_hash, sum.hash],
    ['balance', account.balance, String(sum.balance)],
    ['debt', account.debt, String(sum.debt)],
    ['held', account.held, String(sum.held)],
    ['expiry suspended', String(account.is_expiry_suspended), String(sum.isExpirySuspended)],
  ] as const;
  return pairs
    .filter(([, has, says]) => has !== says)
    .map(([what, has, says]) => ({
      code: 'account-differs',
      ...name,
      seq: sum.seq,
      detail: `${what} ${has}, its entries say ${says}`,
    }));
}

function lotFindings(sum: AccountSum, { lots, holds }: AccountRows): readonly Finding[] {
  const heldByLot = new Map<string, number>();
  for (const hold of holds) {
    for (const { id, amount } of sharesFromText(hold.lot_ids, hold.lot_amounts)) {
      heldByLot.set(id, (heldByLot.get(id) ?? 0) + amount);
    }
  }
  const findings: Finding[] = [];
  const find = (code: Finding['code'], lotId: string, detail: string) =>
    findings.push({ code, ...nameOf(sum), lotId, detail });
  let known = 0;
  for (const lot of lots) {
    const points = sum.pointsByLot.get(lot.id);
    const says = points ?? 0;
    known += points === undefined ? 0 : 1;
    if (lot.remaining !== String(says)) {
      find('lot-differs', lot.id, `remaining ${lot.remaining}, the entries make ${says}`);
    }
    const held = heldByLot.get(lot.id) ?? 0;
    if (lot.held !== String(held)) {
      find('hold-differs', lot.id, `held ${lot.held}, open holds say ${held}`);
    }
    const dates = sum.datesByLot.get(lot.id);
    if (dates !== undefined && dates !== datesOf(lot)) {
      const { active_from: from, expires_at: to, awaits } = lot;
      find('lot-terms-differ', lot.id, `from ${from} to ${to ?? 'never'}, awaits ${awaits ?? '-'}`);
    }
  }
  if (known === sum.pointsByLot.size) return findings;
  // Lots that are empty stay: points may be given back into them.
  const there = new Set(lots.map((lot) => lot.id));
  for (const [lotId, says] of sum.pointsByLot) {
    if (!there.has(lotId)) find('lot-differs', lotId, `is not there, the entries make ${says}`);
  }
  return findings;
}

/** In the words of the entries; a date that none of ours can be says so. */
function datesOf({ active_from: from, expires_at: to, awaits }: LotText): string {
  const expiresAt = to === null ? '' : (momentOf(to) ?? to);
  return `${momentOf(from) ?? from},${expiresAt},${awaits ?? ''}`;
}

function holdFindings(sum: AccountSum, { holds }: AccountRows): readonly Finding[] {
  const findings: Finding[] = [];
  let held = 0;
  for (const hold of holds) {
    const inLots = sharesFromText(hold.lot_ids, hold.lot_amounts).reduce(
      (points, share) => points + share.amount,
      0,
    );
    held += inLots;
    if (hold.amount !== String(inLots)) {
      const detail = `hold ${hold.id} of ${hold.amount}, its lots make ${inLots}`;
      findings.push({ code: 'hold-differs', ...nameOf(sum), detail });
    }
  }
  if (held !== sum.held) {
    const detail = `open holds make ${held}, the entries ${sum.held}`;
    findings.push({ code: 'hold-differs', ...nameOf(sum), detail });
  }
  return findings;
}
