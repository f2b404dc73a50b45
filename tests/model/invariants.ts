import type { View } from './view.ts';

/** Contra accounts by kind of entry, told once more. */
const CONTRA: Readonly<Record<string, string>> = {
  accrual: 'programme-liability',
  'accrual-reversal': 'programme-liability',
  redemption: 'partner-receivable',
  'redemption-reversal': 'partner-receivable',
  hold: 'member',
  release: 'member',
  repayment: 'member',
  activation: 'member',
  extension: 'member',
  suspension: 'member',
  expiry: 'breakage',
  reactivation: 'breakage',
  credit: 'adjustments',
  debit: 'adjustments',
  purchase: 'point-sales',
  fee: 'fees',
  'transfer-out': 'transit',
  'transfer-in': 'transit',
  'transfer-back': 'transit',
  'exchange-out': 'exchange',
  'exchange-in': 'exchange',
  'merge-out': 'transit',
  'merge-in': 'transit',
};

/**
 * I1–I5 of one member's points, looked at without the twin.
 * @returns sentences about what is wrong
 */
export function brokenInvariants(view: View): readonly string[] {
  return [
    ...view.accounts.flatMap((account) => brokenAccount(view, account)),
    ...view.lots.flatMap(brokenLot),
    ...view.entries
      .filter((entry) => CONTRA[entry.kind] !== entry.contraAccount)
      .map((entry) => `I1: ${entry.kind} stands against ${entry.contraAccount}`),
  ];
}

function brokenAccount(view: View, account: View['accounts'][number]): readonly string[] {
  const { currencyCode, balance, debt, held, unspendable, seq } = account;
  const entries = view.entries.filter((entry) => entry.currencyCode === currencyCode);
  const lots = view.lots.filter((lot) => lot.currencyCode === currencyCode);
  const holds = view.holds.filter(
    (hold) => hold.currencyCode === currencyCode && hold.state === 'open',
  );
  const inOrder = [...entries].sort((a, b) => a.seq - b.seq);
  const last = inOrder.at(-1);
  const rules: Readonly<Record<string, boolean>> = {
    'I2: balance − debt = Σ entries': balance - debt === total(entries, (one) => one.amount),
    'I3: nothing is negative': Math.min(balance, debt, held, unspendable) >= 0,
    'I3: what cannot be spent is part of the balance': held + unspendable <= balance,
    'I4: numbered 1 … n': inOrder.every((entry, place) => entry.seq === place + 1),
    'I4: the account has the last number': seq === entries.length,
    'I4: the last entry says the balance':
      last === undefined || (last.balanceAfter === balance && last.debtAfter === debt),
    'I5: balance = Σ lots': balance === total(lots, (one) => one.remaining),
    'I5: held = Σ lots': held === total(lots, (one) => one.held),
    'I5: held = Σ open holds': held === total(holds, (one) => one.amount),
    'I2: held = Σ entries': held === total(entries, (one) => one.heldChange),
  };
  return Object.entries(rules)
    .filter(([, holds]) => !holds)
    .map(([rule]) => `${rule} (${currencyCode})`);
}

function brokenLot(lot: View['lots'][number]): readonly string[] {
  const isSound = lot.held >= 0 && lot.held <= lot.remaining && lot.remaining <= lot.amount;
  return isSound
    ? []
    : [`I5: lot ${lot.id} holds ${lot.remaining} of ${lot.amount}, held ${lot.held}`];
}

function total<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}
