import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadConfig, readSettings, settingNames, wordsOf } from './config.ts';
import { printSettings, settingsTable } from './config-report.ts';
import { Problem } from './problem.ts';

function problemOf(environment: Record<string, string>): Problem {
  try {
    loadConfig(environment);
  } catch (error) {
    assert.ok(error instanceof Problem);
    return error;
  }
  return assert.fail('no problem was found');
}

test('an empty environment gives a server for this machine alone', () => {
  const config = loadConfig({});
  assert.equal(config.port, 8080);
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.databaseUrl, undefined);
  assert.equal(config.rateLimits, 1);
});

test('a broken setting is named with its rule and ends the program with code 2', () => {
  const cases = [
    ['PORT', '70000'],
    ['PORT', '80a'],
    ['PORT', '0x50'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://x'],
    ['ROOT_KEY', 'secret'],
    ['LOG_LEVEL', 'loud'],
    ['RATE_LIMITS', '0'],
    ['WRITER_LANES', '-1'],
    ['SEED_DEMO', 'yes'],
  ] as const;
  for (const [name, value] of cases) {
    const problem = problemOf({ [name]: value });
    assert.equal(problem.code, 'setting-invalid', name);
    assert.equal(problem.exitCode, 2);
    assert.ok(problem.text.en.startsWith(`${name} must be ${wordsOf(name)['x-rule'].en}`));
  }
});

test('a broken secret is not repeated in the message', () => {
  const problem = problemOf({ ROOT_KEY: 'my-secret-phrase' });
  assert.ok(!JSON.stringify(problem.text).includes('my-secret-phrase'));
});

test('an empty variable counts as not set', () => {
  assert.equal(loadConfig({ PORT: '' }).port, 8080);
});

test('a limit is on, off or a multiple', () => {
  assert.equal(loadConfig({ RATE_LIMITS: 'off' }).rateLimits, 0);
  assert.equal(loadConfig({ RATE_LIMITS: '50' }).rateLimits, 50);
});

test('a value may come from a file, but not from both places', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'kopilka-config-')), 'key');
  writeFileSync(file, `${'ab'.repeat(32)}\n`);
  assert.equal(loadConfig({ ROOT_KEY_FILE: file }).rootKey, 'ab'.repeat(32));
  assert.equal(problemOf({ ROOT_KEY_FILE: file, ROOT_KEY: 'ab' }).code, 'setting-twice');
  assert.equal(problemOf({ ROOT_KEY_FILE: `${file}.no` }).code, 'setting-file-unreadable');
});

test('printing masks secrets and says where a value came from', () => {
  const printed = printSettings(
    readSettings({
      DATABASE_URL: 'postgresql://u:hush@db/x',
      ROOT_KEY: 'cd'.repeat(32),
      PORT: '9',
    }),
  );
  assert.ok(!printed.includes('hush') && !printed.includes('cdcd'));
  assert.match(printed, /DATABASE_URL +postgresql:\/\/u:\*\*\*@db\/x +variable/);
  assert.match(printed, /PORT +9 +variable/);
});

test('the table of settings names every setting once', () => {
  const table = settingsTable();
  for (const name of settingNames()) assert.equal(table.split(`| \`${name}\` |`).length, 2, name);
});
