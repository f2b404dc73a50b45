import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReceipt } from '../../testing/builders.ts';
import { checkOf } from '../../testing/check-condition.ts';
import { terminal } from './terminal.ts';

const till = aReceipt({ place: { terminalCode: 'T-4', terminalKind: 'self-service' } });

test('a till takes part by its code or its kind', () => {
  assert.equal(checkOf(terminal, { terminalCodes: ['T-4'] }, till), null);
  assert.equal(checkOf(terminal, { terminalCodes: ['T-5'], kinds: ['self-service'] }, till), null);
});

test('another till, a till that is not named and no place at all do not', () => {
  const params = { terminalCodes: ['T-5'], kinds: ['kiosk'] };
  assert.equal(checkOf(terminal, params, till)?.code, 'wrong-terminal');
  assert.equal(checkOf(terminal, params, aReceipt())?.code, 'wrong-terminal');
  assert.equal(checkOf(terminal, params, aReceipt({ place: null }))?.code, 'no-place');
  assert.equal(terminal.problems({})[0]?.code, 'no-place-named');
});
