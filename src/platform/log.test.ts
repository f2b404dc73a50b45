import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLog } from './log.ts';

test('the log masks cookies, signatures and passwords', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  log.info({ headers: { cookie: 'a=secret', 'x-sig': 'secret' }, password: 'secret' }, 'seen');
  log.debug('too quiet to be written');
  assert.equal(lines.length, 1);
  assert.ok(!lines.join('').includes('secret'));
  assert.match(lines.join(''), /"msg":"seen"/);
});
