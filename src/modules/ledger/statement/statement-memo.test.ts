import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoText } from './statement-memo.ts';
import { aMovement, aStatement } from './testing.ts';

const reason = { ru: 'Извинение', en: 'Apology' };
const CASES = [
  [aMovement({ kind: 'credit', memo: 'apology', reason }), 'Apology'],
  [aMovement({ kind: 'credit', memo: 'old-code' }), 'old-code'],
  [aMovement({ kind: 'purchase', memo: '123450' }), 'for 1,234.50\u00a0₽'],
  [aMovement({ kind: 'exchange-in', memo: 'bonus:10>miles:300' }), '10 bonus = 3.00\u00a0miles'],
  [aMovement({ kind: 'hold', memo: 'bonus:10>miles:300' }), ''],
  [aMovement({ kind: 'merge-in', memo: '019d109e-2614-7000-b529-d0ef4068030a' }), ''],
  [aMovement(), ''],
] as const;

for (const [movement, text] of CASES) {
  test(`the memo ${movement.memo ?? 'null'} of ${movement.kind} says "${text}"`, () => {
    assert.equal(memoText(movement, aStatement([movement]), 'en'), text);
  });
}
