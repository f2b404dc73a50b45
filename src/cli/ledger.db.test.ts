import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { anchorFile, copyAnchors, makeAnchor } from '#modules/ledger/index.ts';
import { memberWireId } from '#modules/members/core/index.ts';
import { PROJECT_FOLDER } from '#platform/config.ts';
import { openDatabase, rawSql } from '#platform/db/index.ts';
import { present } from '#shared/assert.ts';
import { ledgerLife } from '../../tests/support/ledger-life.ts';
import { temporaryDataDir } from '../../tests/support/temporary-folder.ts';

const life = await ledgerLife('cli', 2);
await life.live(60);
await makeAnchor(life.db, life.secrets, life.clock.now());
await life.live(10);
const dataDir = temporaryDataDir();
const file = anchorFile(dataDir);
await copyAnchors(life.db, life.secrets, file);
const admin = openDatabase({ url: life.adminUrl, applicationName: 'kopilka-intruder', max: 1 });
after(() => admin.close());

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

function kopilka(...args: readonly string[]): Promise<Ended> {
  const program = join(PROJECT_FOLDER, 'src', 'main.ts');
  const child = spawn(process.execPath, [program, 'ledger', ...args], {
    cwd: PROJECT_FOLDER,
    env: {
      ...process.env,
      DATABASE_URL: life.url,
      DATA_DIR: dataDir,
      ROOT_KEY: life.rootKey,
      NODE_TEST_CONTEXT: undefined,
    },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

test('a clean ledger ends with 0 and says how far anchors vouch for it', async () => {
  const { code, out } = await kopilka('verify', '--full');
  assert.equal(code, 0, out);
  assert.match(out, /checked everything: \d+ accounts, \d+ entries, 1 anchors/);
  assert.match(out, /anchored to 2026-/);
  assert.ok(out.includes(`anchors compared with ${file.path}`));
  assert.match(out, /clean/);
});

test('since an anchor, since a day, in JSON', async () => {
  const { code, out } = await kopilka('verify', '--since', '1', '--json');
  const report = JSON.parse(out);
  assert.deepEqual([code, report.isClean, report.sinceAnchor], [0, true, 1]);
  assert.equal((await kopilka('verify', '--since', '2026-03-02')).code, 0);
});

test('a changed entry ends with 1 and is named', async () => {
  const member = present(life.members[0], 'member');
  await admin.run(
    rawSql(`update ledger.entry set partner_code = partner_code || 'x'
      where member_id = ${member} and currency_code = 'bonus' and seq = 2`),
  );
  const { code, out, err } = await kopilka('verify', '--full');
  await admin.run(
    rawSql(`update ledger.entry set partner_code = left(partner_code, -1)
      where member_id = ${member} and currency_code = 'bonus' and seq = 2`),
  );
  assert.equal(code, 1);
  assert.ok(out.includes(`✗ ${memberWireId(member)} bonus seq 2: the entry was changed`), out);
  assert.match(err, /1 findings: see docs\/proof\.md/);
});

for (const args of [
  ['--full', '--since', '1'],
  ['--since', 'monday'],
  ['--anchors', 'no.ndjson'],
]) {
  test(`verify ${args.join(' ')} is not understood and ends with 2`, async () => {
    assert.equal((await kopilka('verify', ...args)).code, 2);
  });
}

test('the journal goes to standard output or into a file', async () => {
  const { code, out } = await kopilka('export', '--hledger');
  assert.equal(code, 0);
  assert.match(out, /^; Points of members/);
  assert.match(out, /^commodity 1000\.00 "miles"$/m);
  const path = join(dataDir, 'points.journal');
  assert.equal((await kopilka('export', '--hledger', '--output', path)).code, 0);
  assert.equal(readFileSync(path, 'utf8'), out);
  assert.equal((await kopilka('export', '--hledger', '--member', 'anna')).code, 2);
});

test('the public key is printed for whoever checks a copy without us', async () => {
  assert.match((await kopilka('anchor-key')).out, /^-----BEGIN PUBLIC KEY-----\n/);
});
