import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCause, aLot, aState, daysLater } from '../testing/builders.ts';
import { type Movement, move } from './move.ts';

const state = aState([aLot({ id: 'a' }), aLot({ id: 'b', amount: 10, held: 4 })]);

function moved(movement: Partial<Movement>) {
  return move(state, { kind: 'debit', cause: aCause(), ...movement });
}

test('lots, account and entry change together', () => {
  const shares = [
    { id: 'a', amount: -3 },
    { id: 'b', amount: -4 },
  ];
  const heldShares = [{ id: 'b', amount: -4 }];
  const { account, lots, entry } = moved({ shares, heldShares, debt: 5, memo: 'm' });
  assert.deepEqual([account.balance, account.debt, account.held, account.seq], [13, 5, 0, 1]);
  assert.deepEqual(
    lots.map((lot) => [lot.remaining, lot.held]),
    [
      [7, 0],
      [6, 0],
    ],
  );
  assert.deepEqual([entry?.amount, entry?.heldChange, entry?.memo], [-12, -4, 'm']);
  assert.deepEqual(entry?.lots, shares);
});

test('lots that a movement does not name stay the very same', () => {
  const { lots } = moved({ shares: [{ id: 'a', amount: -1 }] });
  assert.notEqual(lots[0], state.lots[0]);
  assert.equal(lots[1], state.lots[1]);
  assert.equal(moved({ opened: [aLot({ id: 'c' })] }).lots[0], state.lots[0]);
});

test('what cannot be spent follows the lots', () => {
  const asleep = aLot({ id: 'c', activeFrom: daysLater(2) });
  const opened = moved({ opened: [asleep] });
  assert.deepEqual([opened.account.unspendable, opened.account.changesAt], [10, daysLater(2)]);
  const redated = [{ ...state.lots[1], ...aLot({ id: 'b', held: 4, awaits: 'x' }) }];
  assert.equal(moved({ redated }).account.unspendable, 6);
});

test('an account remembers that it has had a lot whose dates may move', () => {
  assert.equal(moved({ opened: [aLot({ id: 'c' })] }).account.hasMovingLots, false);
  const lot = aLot({ id: 'c', lifetime: '{}' });
  assert.equal(moved({ opened: [lot] }).account.hasMovingLots, true);
});

test('a movement that breaks a lot or the account is a bug', () => {
  const broken: Partial<Movement>[] = [
    { shares: [{ id: 'a', amount: -11 }] },
    { shares: [{ id: 'a', amount: 1 }] },
    { shares: [{ id: 'b', amount: -7 }] },
    { shares: [{ id: 'nobody', amount: -1 }] },
    {
      shares: [
        { id: 'a', amount: -1 },
        { id: 'a', amount: -1 },
      ],
    },
    { heldShares: [{ id: 'a', amount: 11 }] },
    { heldShares: [{ id: 'a', amount: -1 }] },
    { debt: -1 },
    { redated: [aLot({ id: 'a', amount: 10, remaining: 9 })] },
  ];
  for (const movement of broken) {
    assert.throws(() => moved(movement), JSON.stringify(movement));
  }
});
