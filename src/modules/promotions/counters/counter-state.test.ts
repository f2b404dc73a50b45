import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type CounterOp,
  type CounterState,
  changed,
  NO_COUNTS,
  takenBack,
} from './counter-state.ts';

type Change = { readonly op: CounterOp; readonly amount: number };

const shown = ({ value, changes, sum }: CounterState) => ({ value, changes, sum });
const all = (changes: readonly Change[]) =>
  changes.reduce((state, { op, amount }) => changed(state, op, amount), NO_COUNTS);

test('a counter counts up, down and to a number', () => {
  const state = all([
    { op: 'increase', amount: 5 },
    { op: 'reduce', amount: 2 },
    { op: 'set', amount: 0 },
    { op: 'increase', amount: 1 },
  ]);
  assert.deepEqual(shown(state), { value: 1, changes: 4, sum: 4 });
});

test('a counter after returns is the counter that never counted them', () => {
  const aChange = fc.record({
    op: fc.constantFrom<CounterOp>('increase', 'reduce', 'set'),
    amount: fc.integer({ min: 0, max: 9 }),
    isReturned: fc.boolean(),
    order: fc.integer(),
  });
  fc.assert(
    fc.property(fc.array(aChange, { maxLength: 12 }), (changes) => {
      const returned = changes
        .map((change, place) => ({ ...change, no: place + 1 }))
        .filter(({ isReturned }) => isReturned)
        .sort((a, b) => a.order - b.order);
      const after = returned.reduce(
        (state, change) => takenBack(state, change, { back: change.amount, isWhole: true }),
        all(changes),
      );
      assert.deepEqual(shown(after), shown(all(changes.filter(({ isReturned }) => !isReturned))));
    }),
  );
});

test('a part that comes back takes a part of the amount and no change', () => {
  const state = all([{ op: 'increase', amount: 10 }]);
  const change = { op: 'increase', amount: 10, no: 1 } as const;
  const part = takenBack(state, change, { back: 4, isWhole: false });
  assert.deepEqual(shown(part), { value: 6, changes: 1, sum: 6 });
  const rest = takenBack(part, change, { back: 6, isWhole: true });
  assert.deepEqual(shown(rest), { value: 0, changes: 0, sum: 0 });
});
