import assert from 'node:assert/strict';
import type { Instant } from '#shared/time.ts';
import { type Account, recounted, spendable } from '../core/account.ts';
import { accountOf, type Book, stateOf } from '../core/book.ts';
import type { Entry } from '../core/entry.ts';

/**
 * What must hold after every operation, for a book that began empty and keeps all of its entries.
 * @param now the moment of the last operation; its accounts are counted at it
 */
export function assertSound(book: Book, now: Instant): void {
  for (const currencyCode of book.accounts.keys()) {
    const { account, lots } = stateOf(book, currencyCode);
    const own = book.entries.filter((entry) => entry.account.currencyCode === currencyCode);
    assertAccount(account, own);
    const held = [...book.holds.values()]
      .filter((hold) => hold.currencyCode === currencyCode && hold.state === 'open')
      .flatMap((hold) => {
        assert.equal(sum(hold.lots.map((lot) => lot.amount)), hold.amount, 'a hold is its lots');
        return hold.lots;
      });
    assert.equal(account.balance, sum(lots.map((lot) => lot.remaining)), 'balance = Σ lots');
    assert.equal(account.held, sum(held.map((lot) => lot.amount)), 'held = Σ open holds');
    for (const lot of lots) {
      const reserved = sum(held.filter((one) => one.id === lot.id).map((one) => one.amount));
      assert.equal(lot.held, reserved, 'a lot is held by its holds');
      assert.ok(lot.held <= lot.remaining && lot.remaining <= lot.amount, 'a lot is not overfull');
    }
    assert.equal(account.unspendable, recounted(account, lots, now).unspendable, 'unspendable');
  }
}

function assertAccount(account: Account, entries: readonly Entry[]): void {
  const last = entries.at(-1);
  assert.equal(account.balance - account.debt, sum(entries.map((one) => one.amount)), 'Σ entries');
  assert.equal(account.held, sum(entries.map((one) => one.heldChange)), 'held = Σ heldChange');
  assert.deepEqual(
    entries.map((entry) => entry.seq),
    entries.map((_, place) => place + 1),
    'seq has no gaps',
  );
  assert.deepEqual(
    [last?.balanceAfter ?? 0, last?.debtAfter ?? 0],
    [account.balance, account.debt],
  );
  const { balance, debt, held, unspendable } = account;
  assert.ok(debt >= 0 && held >= 0 && unspendable >= 0 && held + unspendable <= balance, 'bounds');
}

/** After an operation that touched a currency nothing is owed there that could be repaid. */
export function assertSettled(book: Book, currencyCode: string): void {
  const account = accountOf(book, currencyCode);
  assert.ok(account.debt === 0 || spendable(account) === 0, 'debt = 0 or nothing can be spent');
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}
