import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { holderOf, takeDataDir } from './data-dir-lock.ts';

const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'kopilka-lock-'));

test('a held data folder is refused with the holder and its address', () => {
  const folder = emptyFolder();
  const lock = takeDataDir(folder);
  lock.announce('http://127.0.0.1:8080');
  assert.equal(holderOf(folder)?.address, 'http://127.0.0.1:8080');
  assert.throws(() => takeDataDir(folder), {
    code: 'data-dir-in-use',
    message: new RegExp(`process ${process.pid}, http://127.0.0.1:8080`),
  });
  lock.release();
  assert.equal(holderOf(folder), undefined);
  takeDataDir(folder).release();
  assert.deepEqual(readdirSync(folder), []);
});

test('a lock of a dead process is replaced', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'kopilka.lock'), JSON.stringify({ pid: 2 ** 22 + 1 }));
  assert.equal(holderOf(folder), undefined);
  takeDataDir(folder).release();
});

test('a lock of an earlier process with the same id is replaced', { skip: noBirthmarks() }, () => {
  const folder = emptyFolder();
  writeFileSync(
    join(folder, 'kopilka.lock'),
    JSON.stringify({ pid: process.ppid, birthmark: '1' }),
  );
  takeDataDir(folder).release();
});

test('a damaged lock does not keep anybody out', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'kopilka.lock'), '{"pid":');
  takeDataDir(folder).release();
});

function noBirthmarks(): string | false {
  return existsSync('/proc/self/stat') ? false : 'no /proc here to tell processes apart';
}
